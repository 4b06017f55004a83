"""Words of invented places, programmes and steps; no name here is a real one."""

from random import Random

__all__ = [
    "BODIES", "DECOYS", "DONE", "PLANNED", "PROBLEMS", "contents", "name", "office", "place", "programme", "town",
]  # fmt: skip

TOWNS = (
    "가람",
    "하늘",
    "다온",
    "해솔",
    "누리",
    "은빛",
    "새벽",
    "별내",
    "너른",
    "도담",
    "라온",
    "윤슬",
)
SPOTS = (
    "달빛골",
    "솔바람길",
    "물결천",
    "햇살마을",
    "은행나무길",
    "새터",
    "느티골",
    "돌담거리",
    "아랫장터",
    "꽃뫼",
)
THINGS = (
    "보행환경 개선사업", "공영주차장 건립", "도서관 조성", "어울림센터 신축", "하천 정비사업", "생활체육공원 조성",
    "도시재생 뉴딜사업", "노후 상수관로 교체", "마을쉼터 조성", "국공립어린이집 확충", "골목상권 활성화",
    "청년 창업공간 운영", "경로당 시설 개선", "탄소중립 실천사업", "스마트 가로등 설치", "문화예술회관 보수",
)  # fmt: skip
OFFICES = (
    "도시재생과", "공원녹지과", "일자리경제과", "교통행정과", "문화체육과", "기후환경과", "주택과", "치수과", "복지정책과",
    "건설관리과", "미래전략과", "보육지원과",
)  # fmt: skip
DONE = (
    "기본계획 수립 용역 착수", "주민설명회 개최(48명 참석)", "공모 선정(국토부)", "투자심사 통과(조건부)", "실시설계 완료",
    "업무협약 체결", "부지 매매계약 체결", "도시관리계획 결정 고시", "총괄계획가 위촉", "1차 38호 수선 완료",
    "설계공모 당선작 선정", "건축허가 협의 완료", "공유재산 심의 의결", "공청회 개최(2회, 연인원 214명)",
    "철거공사 완료(연면적 1,240㎡)", "시의회 의견청취", "타당성 조사 완료",
)  # fmt: skip
PLANNED = (
    "실시설계 용역 시행", "공사 착공", "준공 및 개방", "보상계획 열람 공고", "시범 운영", "주민공모사업 접수",
    "운영위원회 구성", "위탁업체 선정", "성과평가 및 정산", "참여자 모집", "장비 설치(36개소)", "건축공사 발주",
    "현장 점검(12개소)", "만족도 조사 실시", "개관식 개최", "조례 개정안 상정",
)  # fmt: skip
PROBLEMS = (
    "자재 가격 상승에 따른 사업비 부족", "토지소유자 협의 지연으로 공정 차질", "운영 인력의 경험 부족",
    "주차 수요 증가로 민원 다수 발생", "대상지 확보 곤란", "홍보 부족에 따른 신청 저조",
)  # fmt: skip
REMEDIES = (
    "관계부서 협의를 통한 대체 방안 마련",
    "전문가 자문을 거쳐 단계별 추진",
    "동별 상담 창구 운영으로 참여 독려",
)
DECOYS = (
    "문의 : 2133-4317", "제2026-189호 공고 참조", "관련 규정 제14조제2항 준용", "공정률 45%", "전체 64호 중 등급별 분류",
    "지하 1층, 지상 3층 규모", "대상 : 초등학교 14개교", "비율 7:3",
)  # fmt: skip
CONTENTS = (
    "어울림센터 신축(지하 1층, 지상 3층, 연면적 1,480㎡)", "노후 주택 집수리 120호", "골목길 정비 2.4㎞",
    "주민공모사업 및 협동조합 설립 지원", "보도 신설 및 확장, 보안등 36개소 설치", "쉼터와 주차면 조성",
    "관찰 데크 320m 조성", "교육과정 개발 및 강사 연계",
)  # fmt: skip
PROGRAMMES = (
    "주민 아카데미 운영", "청년 빈집 되살림 주택 공급", "마을기업 육성", "어르신 나들이 지원", "찾아가는 상담소 운영",
    "생활안전 지킴이 양성", "작은 음악회 개최", "나눔장터 운영",
)  # fmt: skip
BODIES = {
    "구": ("국비", "시비", "구비"),
    "군": ("국비", "도비", "군비"),
    "시": ("국비", "도비", "시비"),
}


def town(rng: Random) -> tuple[str, str]:
    """Name and kind of a local government."""
    kind = rng.choice(tuple(BODIES))
    return rng.choice(TOWNS) + kind, kind


def office(rng: Random, taken: set[str]) -> str:
    """A department that has not been named yet."""
    chosen = rng.choice([each for each in OFFICES if each not in taken])
    taken.add(chosen)
    return chosen


def name(rng: Random, taken: set[str]) -> str:
    """A project's name that has not been given yet."""
    while True:
        chosen = f"{rng.choice(SPOTS)} {rng.choice(THINGS)}"
        if chosen not in taken:
            taken.add(chosen)
            return chosen


def programme(rng: Random, taken: set[str]) -> str:
    """The name of a programme inside a project, unlike any project's."""
    chosen = rng.choice([each for each in PROGRAMMES if each not in taken])
    taken.add(chosen)
    return chosen


def place(rng: Random) -> str:
    """An invented site."""
    return f"{rng.choice(TOWNS)}동 {rng.randint(2, 1300)}번지 일대"


def contents(rng: Random) -> list[str]:
    """What a project consists of."""
    return rng.sample(CONTENTS, rng.randint(1, 3))
