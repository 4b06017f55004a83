"""Scanning: where dated expressions stand in a line or a page, in one pass.

One alternation behind a lookahead for the first character: the engine then skips everything else by a
character set, which makes it three to four times as fast. The pattern is wider than the grammar; what it marks is
read by `normalize.dates.read`, which may use less of it or refuse. It is narrower where prose is full of
look-alikes: a number of the form `M.D` counts only in a range, with a weekday, alone in a bracket, or at the
start of a line before a colon.

    span    = (start [tail]) | recurrence | relative
    start   = year | [month, quarter or half with its unit] | M.D in strong surroundings
    tail    = { dot | number | unit | tilde | year | part | edge | weekday | time }
"""

import re
from typing import Final

from normalize.dates.vocabulary import DEICTIC_YEARS, RELATIVE_YEARS, words

__all__ = ["SPAN", "scan_dates"]

_B: Final = r"[ ]{0,12}+"
# Behind a blank a counter of one syllable counts only where its word ends: 15 조 but 15 조례, 7 기 but 7 기본계획.
_WORD_ENDS: Final = r"(?=[^가-힣]|$|[원여이을를당톤])"
_NO_COUNT: Final = (
    r"(?![0-9]|[ \t]?(?:%|퍼센트|인[ )이]|개소(?!식)|가지|필지|세대|m|㎡|㎥|㎞|㎜|㎝|ha|km|t\b|년[ ]?[간차이]|일[ ]?[간이]|개월|시간|유형|단계|등급|학년)"
    r"|개[^월년]|개$|차[^년]|차$|분[^기]|시[^:]|반[^기]|[명건회호번조항동층권종팀곳점배위대기원천백만억불톤평초주]"
    rf"|[ \t](?:개|차|분|시|반|[명건회호번조항동층권종팀곳점배위대기원천백만억불톤평초주]){_WORD_ENDS})"
    r"(?!\.[0-9]{3})(?!,[0-9]{3})(?!\.[0-9]{1,2}(?:[ ]?(?:[%㎡㎞]|km|m|ha)|[억조천백만배톤명]))"
    rf"(?!\.[0-9]{{1,2}}[ ][억조천백만배톤명]{_WORD_ENDS})"
)
_N2: Final = rf"[0-9]{{1,2}}{_NO_COUNT}"
_YEAR4: Final = r"(?:19|20)[0-9]{2}(?![0-9])"
_WEEKDAY: Final = r"\([ ]?[월화수목금토일](?:요일)?(?:[~,·][월화수목금토일])?[ ]?\)"
_CLOCK: Final = r"(?:오전|오후)?[ ]?[0-9]{1,2}(?::[0-9]{2}|시(?![가-힣간])(?:[ ]?[0-9]{1,2}분)?)"
_PART: Final = r"(?:초순|상순|중순|하순|말일|초(?![가-힣])|초(?=까지|부터|경)|말(?=[\s경까부현기에예)\].,:~/]|$))"
_EDGE: Final = (
    r"(?:까지|부터|이후|이전|이래|현재(?:까지)?|계[ ]?속(?:[ ]?추진|[ ]?사업)?|지속(?:적)?(?:[ ]?추진)?|(?:추진|진행|운영|시행)[ ]?중(?![가-힣])"
    r"|기준(?![가-힣])|연례[ ]?반복|상시|연중|무기한|미정|미확정|경(?![가-힣])|경(?=까지|부터)|내(?![가-힣])|이내|한(?![가-힣])"
    r"|[1-9][0-9]?년[ ]?간|[0-9]{1,2}개월[ ]?간)"
)
_HALF: Final = r"(?:[상하전후]반기|[상上][·/]?[하下]반기|[上下](?:半期|반기)?(?![가-힣])|[상하](?=[ .)~,:/\n]|$)\.?)"
_QUARTER: Final = r"(?:제?[1-4ⅠⅡⅢⅣ](?:[ ]?/[ ]?4[ ]?|사[ ]?|[ ]?)분기(?!별)|(?<![A-Za-z])[1-4]Q(?![A-Za-z0-9])|Q[1-4](?![0-9]))"
_TAIL: Final = rf"""(?:
    {_B}(?:
        \.
      | ~(?:{_B}(?:사업[ ]?)?(?:준공|완료|종료)[ ]?시?(?:까지)?(?![가-힣]|[ ]?및))?
      | [-](?={_B}(?:(?:19|20)[0-9]{{2}}|'[0-9]{{2}}|[0-9]{{1,2}}(?:\.|-[0-9]|월|$)))
      | [,·/](?={_B}(?:{_YEAR4}|'[0-9]{{2}}|[0-9]{{1,2}}(?:월|일|분기|\.(?![0-9]{{3}})|[,·/][ ]?[0-9])|[상하]반기))
      | 및(?={_B}(?:{_YEAR4}|'[0-9]{{2}}|[0-9]{{1,2}}(?:월|분기)))
      | (?:{_YEAR4}|'{_B}[0-9]{{2}}(?![0-9]))(?![ ]?[가-힣]원)
      | {_QUARTER}
      | {_HALF}
      | [0-9OlI]{{1,2}}{_NO_COUNT}
      | (?<=[0-9])(?:회계연도|년도|년말|연도|年|년(?!간|차)|月|월(?!드)|日|일(?!반|자|대|원|괄|체|부|정|상|시|제))
      | (?<=[0-9][ ])(?:년도?|월|일(?![가-힣]))
      | (?:○○|○)(?=[.)~ ]|$)
      | {_PART}
      | {_WEEKDAY}
      | {_CLOCK}
      | {_EDGE}
      | (?:동년|익년도?|이듬해|다음[ ]?해|당해[ ]?연도)
      | (?:추석|설날)
    ))*+"""
_COUNT: Final = r"[ ]?[0-9]{1,3}(?:~[0-9]{1,3})?[ ]?회(?:[ ]?(?:이상|이내))?(?![가-힣])"
_TIMES: Final = rf"(?:{_COUNT})?"
_MD: Final = r"(?:0?[1-9]|1[0-2])[./][ ]?(?:0[1-9]|[12][0-9]|3[01]|[1-9])(?![0-9])"
_MONTH_DAY: Final = rf"""(?:
    {_MD}\.?(?:{_WEEKDAY})?{_B}~{_B}{_MD}\.?(?:{_WEEKDAY})?(?![0-9%가-힣])
  | {_MD}\.{_B}~{_B}익년[ ]?{_MD}\.
  | (?<=\(){_MD}\.?{_B}~{_B}(?:0?[1-9]|[12][0-9]|3[01])\.(?=[)/])
  | (?<=\()(?:1[3-9]|2[0-9]|3[0-5])\.[ ]?(?:0?[1-9]|1[0-2])\.(?=[),])
  | {_MD}\.?{_WEEKDAY}
  | (?<=[-○◦ㅇ●▪·][ ])(?:{_MD}\.|(?:0[1-9]|1[0-2])[./][0-3][0-9](?![0-9]))(?=[ ]{{0,2}}:)
  | (?<=\()(?:{_MD}\.|0[1-9][./][0-9]{{2}}(?![0-9])|1[0-2][./]0[1-9](?![0-9])|{_MD}(?={_B}[/,·~]{_B}{_MD}))(?:{_B}[/,·~]{_B}{_MD}\.?)*+(?=\))
)"""
_RELATIVE: Final = rf"(?:{words(DEICTIC_YEARS)}|{words(RELATIVE_YEARS)})(?![가-힣]{{2}}|별)"

_LIST: Final = rf"(?:[0-9]{{1,2}}{_B}[~,·/]{_B}){{0,11}}+"
_MONTH: Final = rf"(?:{_LIST}(?:1[0-2]|0?[1-9])[ ]?월(?:(?![가-힣])|(?=말|초|중|경|까지|부터|이후|이전|현재|기준|예정)){_TAIL})"
_YEAR_MARK: Final = (
    r"(?=[ ]{0,4}+(?:\.|년(?![간차])|~|年|[-/](?:[0-9]{1,2}[-/][0-9]{1,2}|0[1-9]|1[0-2]|(?:19|20)[0-9][0-9])(?![0-9호-])"
    r"|회계|학년도|[1-4ⅠⅡⅢⅣ][ ]?(?:분기|/4|Q)|Q[1-4]|[상하]반기|[0-9]{1,2}월))"
)
_YEAR: Final = rf"(?:19|20|2O)[0-9OlI]{{2}}(?![0-9]){_YEAR_MARK}(?:학년도|년대)?{_TAIL}"
_SHORT_YEAR: Final = rf"'(?:[0-9][0-9]|[ ]{{1,2}}[0-9][0-9](?=[ ]?[.년~]))(?![0-9'명차건회시%]|개(?![관최통원설장편정]|소식)|,[0-9]{{3}})(?:학년도|년대)?{_TAIL}"
_BARE_YEAR: Final = (
    r"2[0-9]년(?:도|(?=[ ]?(?:[0-9]{1,2}월|[1-4]분기|[상하]반기|말(?![가-힣]))))"
    r"|[0-9][0-9]~[0-9][0-9]년(?![간차이 ])"
    r"|(?:0[0-9]|1[0-9]|2[0-9]|3[0-5]|[6-9][0-9])\.[ ]?(?:0?[1-9]|1[0-2])\.[ ]?(?:0?[1-9]|[12][0-9]|3[01])\."
)
_DIGITS: Final = rf"""
    (?=[0-9OlI]{{1,4}}+(?:[ ]{{0,4}}+[.년월분사회학상하~/·年月QⅠⅡⅢⅣ1-4-]|[ ]?,[ ]?[0-9]{{1,2}}(?![0-9])))
    (?: {_YEAR} | (?:{_BARE_YEAR}){_TAIL} | {_MONTH_DAY} | {_MONTH} | {_LIST}{_QUARTER}{_TAIL} )
"""
_WORDS: Final = rf"""
      [상하]반기(?:{_B}(?={_LIST}[0-9]{{1,2}}[ ]?월){_MONTH}|(?:{_B}[~,·/]{_B}[하下]반기)?{_TAIL})
    | [상上](?:[·/]?[하下]반기|半期){_TAIL}
    | (?<![0-9A-Za-z가-힣])(?:
        제[1-4](?:[ ]?/[ ]?4)?[ ]?분기{_TAIL}
      | [ⅠⅡⅢⅣ](?:[ ]?/[ ]?4)?[ ]?분기{_TAIL}
      | Q[1-4](?![0-9A-Za-z]){_TAIL}
      | [매격][ ]?(?:[년월주일]|분기|반기)(?![가-힣]){_TIMES}(?:{_B}(?:{_LIST}[0-9]{{1,2}}[월일](?![가-힣])|[월화수목금토일]요일))*+
      | 분기(?:별(?!도){_TIMES}|{_COUNT})
      | 반기(?:별(?!도){_TIMES}|{_COUNT})
      | 월(?:별(?!도){_TIMES}|간?{_COUNT})
      | 주(?:별(?!도){_TIMES}|간?{_COUNT})
      | 일간?{_COUNT}
      | 년간?{_COUNT}
      | 연(?:도별{_TIMES}|간?{_COUNT}|중(?![가-힣])|내(?![가-힣])|(?=[말초](?:까지|경|에|부터|[^가-힣])){_TAIL})
      | 상시(?![가-힣])
      | 수시(?![가-힣])
      | 민선[ ]?[0-9]{{1,2}}기
      | 단기[ ]?4[0-9]{{3}}년{_TAIL}
      | FY[ ]?'?(?:20)?[0-9]{{2}}(?![0-9])
      | {_RELATIVE}{_TAIL}
      )
"""
SPAN: Final = re.compile(
    rf"""
    (?=['0-9~상하上제ⅠⅡⅢⅣQ매격분반월주년연일수민단내작지올금당전차익동본해명재직F])
    (?: (?=['0-9~])(?<![0-9A-Za-z.,/])(?<![0-9]-)
        (?: {_SHORT_YEAR} | ~{_B}(?:{_SHORT_YEAR}|{_YEAR}|{_MONTH}) | {_DIGITS} )
      | {_WORDS} )
    """,
    re.VERBOSE,
)


def scan_dates(folded: str) -> list[tuple[int, int]]:
    """Where dated expressions may stand in folded text: in order, without overlap.

    >>> scan_dates("설계 2020.04.~09. 완료(9월)")
    [(3, 15), (19, 21)]
    """
    return [match.span() for match in SPAN.finditer(folded)]
