"""The one list of statuses, causes and exit codes, as a page: `statuses.md` beside this module.

Scripts may rely on all of it: a code keeps its meaning, and a new one is added at the end. A test
keeps the page equal to what this module says.
"""

from typing import Final

from extract.errors import BogoseoError, ExitCode

__all__ = ["EXIT_CODES", "STATUSES", "as_markdown"]

STATUSES: Final = {
    "ok": ("다 읽음", "read"),
    "partial": (
        "일부를 읽지 못함. findings에 까닭이 있음",
        "a part was given up; findings say why",
    ),
    "failed": ("읽지 못함. 까닭은 아래 코드", "not read; the code below says why"),
}
"""Status of a document."""

EXIT_CODES: Final = {
    ExitCode.OK: ("모두 됨", "all is well"),
    ExitCode.FAULT: ("프로그램의 잘못. 알려 주세요", "a fault of the program; please report it"),
    ExitCode.USAGE: ("명령이나 선택이 잘못됨", "the command line asks for what can't be"),
    ExitCode.SOME_FAILED: ("일부 문서를 읽지 못함", "some documents failed"),
    ExitCode.ALL_FAILED: ("한 문서도 읽지 못함", "every document failed"),
    ExitCode.AUDIT_ERRORS: ("check가 맞지 않는 곳을 찾음", "check found contradictions"),
    ExitCode.DIFFERENT: ("기대한 결과와 다름", "results differ from what was expected"),
    ExitCode.OUTPUT: (
        "결과를 쓸 수 없음. 있던 것은 그대로",
        "output can't be written; what was there is as it was",
    ),
    ExitCode.BUSY: ("다른 실행이 쓰고 있음", "another run is writing there"),
    ExitCode.INTERRUPTED: ("Ctrl-C로 멈춤", "stopped by an interrupt (Ctrl-C)"),
    ExitCode.TERMINATED: ("종료 요청으로 멈춤", "stopped by a request to terminate"),
}
"""What the commands return."""


_STABLE: Final = (
    "상태, 코드, 종료 코드의 뜻은 바뀌지 않으며 프로그램이 기대어도 됩니다. 새 코드는 더해질 뿐이고, 없어진",
    "코드의 번호는 다시 쓰지 않습니다.",
    "",
    "Statuses, codes and exit codes keep their meaning, and programs may rely on them. New ones are",
    "added; a number is never used again for something else.",
)


def as_markdown() -> str:
    """Return the page."""
    return "\n".join(
        [
            "# 상태와 코드 · Statuses and codes",
            "",
            *_STABLE,
            "",
            *_table("status", STATUSES),
            "",
            *_table("code", {error.code: (error.korean, error.english) for error in _errors()}),
            "",
            *_table("exit", {str(int(code)): words for code, words in EXIT_CODES.items()}),
            "",
        ]
    )


def _table(head: str, rows: dict[str, tuple[str, str]]) -> list[str]:
    lines = [f"| {head} | 뜻 | meaning |", "|---|---|---|"]
    return lines + [
        f"| `{name}` | {korean} | {english} |" for name, (korean, english) in rows.items()
    ]


def _errors() -> list[type[BogoseoError]]:
    """Return every error that has a code of its own."""
    kinds: list[type[BogoseoError]] = [BogoseoError]
    for kind in kinds:  # it grows meanwhile
        kinds += kind.__subclasses__()
    own = [kind for kind in kinds if kind is not BogoseoError and "code" in vars(kind)]
    return sorted(own, key=lambda kind: kind.code)
