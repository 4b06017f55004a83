"""How findings are worded: numbers with thousands marks, sums as they are worked out, places of cells."""

from collections.abc import Iterable, Sequence

from extract.audit.axes import Head
from extract.findings import Finding, Severity, Span
from extract.records import CellRecord

__all__ = ["amount", "cell_name", "label", "make", "number", "particle", "sum_of"]

_LONGEST_SUM = 9  # terms that a sentence can hold


def number(value: int, decimals: int = 0) -> str:
    """Write a scaled integer as people print it.

    >>> number(-12345, 1), number(0)
    ('-1,234.5', '0')
    """
    if not decimals:
        return f"{value:,}"
    whole, part = divmod(abs(value), 10**decimals)
    return f"{'-' if value < 0 else ''}{whole:,}.{part:0{decimals}d}"


def amount(won: object) -> str:
    """Write won in the largest of 백만원, 천원 and 원 that shows it whole.

    >>> amount(2520000000), amount(7530)
    ('2,520백만원', '7,530원')
    """
    value = won if isinstance(won, int) else int(str(won).split(".", maxsplit=1)[0])
    for size, unit in ((1_000_000, "백만원"), (1000, "천원")):
        if value and value % size == 0:
            return f"{value // size:,}{unit}"
    return f"{value:,}원"


def sum_of(terms: Sequence[int], decimals: int = 0) -> str:
    """Write a sum with its terms, the middle ones left out where they are many.

    >>> sum_of((5, -3, 2))
    '5 - 3 + 2'
    """
    shown = [term for term in terms if term] or list(terms)[:1]
    if len(shown) > _LONGEST_SUM:
        kept = _LONGEST_SUM - 2
        head = " + ".join(number(term, decimals) for term in shown[:kept])
        return f"{head} + … + {number(shown[-1], decimals)}"
    words = number(shown[0], decimals)
    for term in shown[1:]:
        words += f" {'-' if term < 0 else '+'} {number(abs(term), decimals)}"
    return words


def label(head: Head) -> str:
    """Name a row or column by its last words.

    >>> from extract.audit.axes import read_head
    >>> label(read_head(("일자리창출과", "계")))
    '일자리창출과 계'
    """
    words = head.words[-2:] if len(head.words[-1:]) and len(head.words) > 1 else head.words
    text = " ".join(words)
    return text if len(text) <= 30 else f"{text[:29]}…"


def cell_name(table: int, *labels: str) -> tuple[str, str]:
    """Name a cell by its table and heads, in Korean and in English.

    >>> cell_name(3, "합계", "")
    ('표 3 합계', 'Table 3 합계')
    """
    rest = "".join(f" {each}" for each in labels if each)
    return f"표 {table}{rest}", f"Table {table}{rest}"


def particle(word: str, with_final: str, without: str) -> str:
    """Choose the particle that fits the sound before it (은/는, 이/가, 을/를).

    >>> particle("합계", "은", "는"), particle("국", "은", "는")
    ('는', '은')
    """
    last = word.rstrip(")]}'\"% ")[-1:]
    syllable = "가" <= last <= "힣"
    closed = (ord(last) - ord("가")) % 28 != 0 if syllable else last in "013678LMNR"
    return with_final if closed else without


def make(
    rule: str,
    severity: Severity,
    words: tuple[str, str],
    *,
    values: tuple[str, str] = ("", ""),
    places: Iterable[Span] = (),
    cells: Iterable[CellRecord | None] = (),
) -> Finding:
    """Put a finding together; the first place is where to look first.

    Args:
        rule: The rule's name.
        severity: How sure it is.
        words: The sentence in Korean and in English.
        values: What should stand there, and what does.
        places: Spans involved.
        cells: Cells involved, behind `places`; the message says when one of them was hard to read.
    """
    involved = [cell for cell in cells if cell is not None]
    spans = tuple(dict.fromkeys([*places, *[cell.span for cell in involved]]))
    korean, english = words
    if involved and min([cell.confidence for cell in involved]) < 1:
        korean += " (문자 인식이 불확실한 칸이 있음)"
        english += " (a cell involved was recognised with doubt)"
    return Finding(
        rule, severity, korean, english, values[0], values[1], spans[0] if spans else None, spans
    )
