"""What lists of projects say of those whose parts stand elsewhere: their state, their page, the office in charge."""

from collections.abc import Sequence
from dataclasses import replace

from extract.outline import ProjectNode
from extract.structure.lists import ListEntry, Listing
from extract.structure.sheet_offices import compiles

__all__ = ["with_front", "with_offices"]


def with_front(nodes: Sequence[ProjectNode], front: Sequence[ListEntry]) -> Sequence[ProjectNode]:
    """Fill in state and page of the projects that one list names in front of all departments."""
    entries = {"".join(entry.name.split()): entry for entry in front}
    return [
        replace(
            node,
            status=node.status or entry.status,
            list_page=entry.page if node.list_page is None else node.list_page,
        )
        if (entry := entries.get("".join(node.name.split())))
        else node
        for node in nodes
    ]


def with_offices(
    nodes: Sequence[ProjectNode], lists: Sequence[Listing], publisher: str
) -> Sequence[ProjectNode]:
    """Fill in the office in charge that a list names: the department where the report has no parts of them, else the team."""
    offices: dict[str, str] = {}
    for _, entries in lists:
        for entry in entries:
            name = "".join(entry.name.split())
            # A work of two offices says of neither who does it.
            offices[name] = entry.office if offices.get(name, entry.office) == entry.office else ""
    equal = {office for office in offices.values() if office}
    # A division (기획예산과) compiles the works of others, which are no teams of it; a bureau (교통국) has divisions.
    of_others = compiles(publisher) and not any(name.endswith("팀") for name in equal)
    found = []
    above = ("", "")  # number and office of the listed work that 1-1, 1-2 stand below
    for node in nodes:
        office = offices.get("".join(node.name.split()), "")
        if office:
            above = node.list_number, office
        elif above[0] and node.list_number.startswith(f"{above[0]}-"):
            office = above[1]
        if node.department == publisher and len(equal) > 1 and (of_others or publisher in equal):
            found.append(_in_charge(_of_office(node, office), office))
        else:
            found.append(_in_charge(node, office))
    return found


def _of_office(node: ProjectNode, office: str) -> ProjectNode:
    """A project of one of several departments, in a report that another of them lays: 인구청년정책과's of all."""
    if not office or not node.path.startswith(f"{node.department}/"):
        return node
    path = f"{office}{node.path[len(node.department) :]}"
    return replace(node, department=office, path=path)


def _in_charge(node: ProjectNode, office: str) -> ProjectNode:
    if office and not node.department:
        return replace(node, department=office, path=f"{office}{node.path}")
    if office and not node.team and office != node.department:
        return replace(node, team=office)
    return node
