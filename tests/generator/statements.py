"""추진실적, 추진계획, 문제점: dated and undated statements."""

from tests.generator import words
from tests.generator.dates import Written, bare_months, draw, in_order, listed
from tests.generator.writer import Writer

__all__ = ["write_done", "write_planned", "write_problems"]


def write_done(writer: Writer) -> None:
    """What was done up to the year before the planned one."""
    writer.open(writer.habits.headings[0])
    planned = writer.project.planned
    years = (min(writer.project.years[0], planned - 1), planned - 1)
    _statements(writer, words.DONE, years)
    writer.sheet.blank()


def write_planned(writer: Writer) -> None:
    """What is planned from the planned year on."""
    rng, planned = writer.rng, writer.project.planned
    writer.open(writer.habits.headings[1])
    # Behind a line of another year a month without one would be anybody's guess.
    if rng.random() < 0.2:
        written = bare_months(rng, planned)
        often, deed = rng.choice(
            (("주 1회", "기초과정 운영"), ("월 2회", "현장 상담"), ("월1회", "주민 설명"))
        )
        place = writer.state(f"{deed} : {written.raw}({often})")
        writer.event(place, "inline", written, deed)
    _statements(writer, words.PLANNED, (planned, max(planned, writer.project.years[1])))
    if rng.random() < 0.15 and writer.habits.separator != " ":
        raw, several = listed(rng, writer.habits.pen, planned)
        text = rng.choice(words.PLANNED)
        place = writer.state(f"{raw}{writer.habits.separator}{text}")
        for written in several:
            writer.event(place, "milestone", written, text)
    writer.sheet.blank()


def write_problems(writer: Writer) -> None:
    """What hinders, and what is done about it: without dates."""
    rng = writer.rng
    writer.open(writer.habits.headings[2])
    for text in rng.sample(words.PROBLEMS, rng.randint(1, 2)):
        writer.state(text)
        writer.sheet.line(f"{writer.habits.marks[2]}{rng.choice(words.REMEDIES)}", 2)
    writer.sheet.blank()


def _statements(writer: Writer, pool: tuple[str, ...], years: tuple[int, int]) -> None:
    rng, habits = writer.rng, writer.habits
    # Without a colon a quarter says which plan is meant as often as when something happens.
    fine = habits.separator == " "
    texts = rng.sample(pool, rng.randint(2, 6))
    dates = sorted((draw(rng, habits.pen, years, fine=fine) for _ in texts), key=in_order)
    for text, written in zip(texts, dates, strict=True):
        if rng.random() < habits.inline_share:
            _inline(writer, (text, written), pool, years)
            continue
        place = writer.state(f"{written.raw}{habits.separator}{text}")
        writer.event(place, "milestone", written, text)
        if rng.random() < 0.15:
            writer.sheet.line(f"{habits.marks[2]}{rng.choice(words.DECOYS)}", 2)


def _inline(
    writer: Writer, first: tuple[str, Written], pool: tuple[str, ...], years: tuple[int, int]
) -> None:
    """세부운영계획 수립('20.01), 간담회('20.02)."""
    rng = writer.rng
    plain = [each for each in pool if "(" not in each and each != first[0]]
    more = rng.sample(plain, rng.randint(0, 1))
    dated = [first, *((each, draw(rng, writer.habits.pen, years)) for each in more)]
    place = writer.state(", ".join(f"{each}({written.raw})" for each, written in dated))
    for each, written in dated:
        writer.event(place, "inline", written, each)
