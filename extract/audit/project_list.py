"""The list of projects (주요사업 목록) runs by number and page, and each of its projects has a section."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from extract.audit.case import Case
from extract.audit.wording import make
from extract.findings import Finding
from extract.records import Project

__all__ = ["PASSES", "RULE", "TITLE", "TRIPS", "check"]

RULE: Final = "list-of-projects"
TITLE: Final = ("주요사업 목록", "The list of projects")
TRIPS: Final = """주요사업 목록

연번\t주요사업\t구분\t쪽
1\t하늘마을 조성\t계속\t3
3\t바다마을 조성\t계속\t5

1. 하늘마을 조성
□ 사업개요
- 사업기간 : 2019. 1. ~ 12.

3. 바다마을 조성
□ 사업개요
- 사업기간 : 2019. 1. ~ 12.
"""
PASSES: Final = """주요사업 목록

연번\t주요사업\t구분\t쪽
1\t하늘마을 조성\t계속\t3
2\t바다마을 조성\t계속\t5

1. 하늘마을 조성
□ 사업개요
- 사업기간 : 2019. 1. ~ 12.

2. 바다마을 조성
□ 사업개요
- 사업기간 : 2019. 1. ~ 12.
"""


def check(case: Case) -> Iterator[Finding]:
    """Find gaps and repeats in the numbers, pages that run back, and projects without a section."""
    listed: dict[str, list[Project]] = {}
    for project in case.report.projects:
        if project.list_page is not None and not project.parent:
            listed.setdefault(project.department, []).append(project)
    for projects in listed.values():
        for one, other in pairwise(projects):
            yield from _check_step(one, other)


def _check_step(one: Project, other: Project) -> Iterator[Finding]:
    if one.list_number.isdigit() and other.list_number.isdigit():
        expected = int(one.list_number) + 1
        if int(other.list_number) != expected:
            yield make(
                RULE,
                "warning",
                (
                    f"주요사업 목록에서 {one.list_number}번 다음이 {other.list_number}번입니다",
                    f"In the list of projects {other.list_number} follows {one.list_number}",
                ),
                values=(str(expected), other.list_number),
                places=(other.span, one.span),
            )
    if (
        one.list_page is not None
        and other.list_page is not None
        and other.list_page < one.list_page
    ):
        yield make(
            RULE,
            "warning",
            (
                f"주요사업 목록의 쪽수가 {one.list_page}쪽에서 {other.list_page}쪽으로 되돌아갑니다",
                f"In the list of projects page {other.list_page} follows page {one.list_page}",
            ),
            values=(f"≥ {one.list_page}", str(other.list_page)),
            places=(other.span, one.span),
        )
