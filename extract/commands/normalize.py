"""`bogoseo normalize`: dates and money for the shell and other languages, JSON lines in and out.

    {"id": 1, "text": "'19. 11. ~ 2.", "year": null, "today": "2019-11-30"}   in, for dates
    {"id": 1, "text": "101,635", "unit": "(단위: 천원)"}                       in, for money
    {"id": 1, "values": [...]}                                                out, one line each

A line that can't be read gives `{"id": ..., "error": ...}` and the next one goes on. Expressions given as
arguments are answered in their place, with `--year`, `--today` and `--unit` for all of them.
"""

import argparse
import sys
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Final

import orjson

from extract.errors import ExitCode
from extract.inputs import printable
from extract.messages import say

if TYPE_CHECKING:
    from normalize.dates import DateReading, Duration, Period, Recurrence
    from normalize.money import Amount, AmountReading, Quantity

__all__ = ["SUMMARY", "add_arguments", "run"]

SUMMARY: Final = (
    "날짜나 금액 표현을 값으로 바꿉니다 (JSON Lines 입출력)",
    "turn expressions of dates or money into values (JSON lines in and out)",
)

Record = dict[str, object]
_WHOLE: Final = 400
"""A longer text, or one of several lines, is searched; a shorter one is read as one expression."""


class _BadLineError(ValueError):
    """A line of the input that does not say what it must; both sentences."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the command takes."""
    parser.add_argument(
        "what",
        choices=("dates", "money"),
        help=say("무엇을 읽을지: dates 날짜, money 금액과 수량", "what to read: dates or money"),
    )
    parser.add_argument(
        "texts",
        nargs="*",
        metavar="TEXT",
        help=say(
            "읽을 표현. 없으면 표준 입력에서 JSON Lines로 읽습니다",
            "expressions to read; without any, JSON lines are read from the standard input",
        ),
    )
    parser.add_argument(
        "--year", type=int, help=say("해가 없는 날짜의 해", "the year of dates that print none")
    )
    parser.add_argument(
        "--today",
        help=say(
            "‘당해’, ‘익년’의 기준일 YYYY-MM-DD",
            "the day that words like 당해 and 익년 count from, YYYY-MM-DD",
        ),
    )
    parser.add_argument(
        "--unit", help=say("단위 없는 수의 단위 (예: 천원)", "the unit of bare figures, e.g. 천원")
    )
    parser.add_argument(
        "--explain",
        action="store_true",
        help=say(
            "어느 규칙이 어느 글자를 읽었는지 함께 보입니다",
            "show which rule read which characters",
        ),
    )


def run(arguments: argparse.Namespace) -> ExitCode:
    """Answer every expression that is given, or every line of the standard input, in order."""
    answer = _dates if arguments.what == "dates" else _money
    for line in _given(arguments) if arguments.texts else sys.stdin.buffer:
        if line.strip():
            result = _answer(line, answer, explain=arguments.explain)
            sys.stdout.buffer.write(orjson.dumps(result) + b"\n")
            sys.stdout.buffer.flush()
    return ExitCode.OK


def _given(arguments: argparse.Namespace) -> Iterator[bytes]:
    """The expressions of the command line as lines of the input would say them."""
    beside = {"year": arguments.year, "today": arguments.today, "unit": arguments.unit}
    for text in map(printable, arguments.texts):
        yield orjson.dumps({"id": text, "text": text, **beside})


def _answer(
    line: bytes, answer: Callable[[Record], tuple[Record, list[str]]], *, explain: bool
) -> Record:
    identity: object = None
    try:
        record = _record(line)
        identity = record.get("id")
        values, trace = answer(record)
    except _BadLineError as error:
        return {"id": identity, "error": str(error)}
    return {"id": identity, **values, **({"explain": trace} if explain else {})}


def _record(line: bytes) -> Record:
    try:
        record = orjson.loads(line)
    except orjson.JSONDecodeError:
        raise _BadLineError(say("JSON이 아닙니다", "not JSON")) from None
    if not isinstance(record, dict):
        raise _BadLineError(say("JSON 객체가 아닙니다", "not a JSON object"))
    return record


def _text(record: Record) -> str:
    text = record.get("text")
    if not isinstance(text, str):
        raise _BadLineError(say('"text"에 글이 없습니다', '"text" must be a string'))
    return text


def _year(record: Record) -> int | None:
    year = record.get("year")
    if year is None or (isinstance(year, int) and not isinstance(year, bool) and 1 <= year <= 9999):
        return year
    raise _BadLineError(say('"year"는 1-9999의 수입니다', '"year" must be a number, 1 to 9999'))


def _today(record: Record) -> date | None:
    today = record.get("today")
    if today is None:
        return None
    try:
        return date.fromisoformat(str(today))
    except ValueError:
        raise _BadLineError(
            say('"today"는 YYYY-MM-DD입니다', '"today" must be YYYY-MM-DD')
        ) from None


def _unit(record: Record) -> str | None:
    unit = record.get("unit")
    if unit is None or isinstance(unit, str):
        return unit
    raise _BadLineError(say('"unit"에 글이 없습니다', '"unit" must be a string'))


def _is_whole(text: str) -> bool:
    return len(text) <= _WHOLE and "\n" not in text.strip()


def _dates(record: Record) -> tuple[Record, list[str]]:
    """Read dates: the whole text as one expression, else whatever stands in it."""
    from normalize.dates import find_dates, read_dates

    text, year, today = _text(record), _year(record), _today(record)
    reading = read_dates(text, year=year, today=today) if _is_whole(text) else None
    readings = [reading] if reading else find_dates(text, year=year, today=today)
    values = [_period(period, reading) for reading in readings for period in reading.values]
    first = next((reading for reading in readings if reading.recurrence or reading.duration), None)
    beside: Record = {
        "recurrence": _recurrence(first.recurrence) if first else None,
        "duration": _duration(first.duration) if first else None,
    }
    return {"values": values, **beside}, [
        _trace(text, reading.start, reading.end, reading.rule) for reading in readings
    ]


def _period(period: "Period", reading: "DateReading") -> Record:
    return {
        "start": period.start.isoformat() if period.start else None,
        "end": period.end.isoformat() if period.end else None,
        "edtf": period.edtf,
        "precision": period.precision,
        "approximate": period.approximate,
        "ongoing": period.ongoing,
        "recurrence": _recurrence(reading.recurrence),
        "duration": _duration(reading.duration),
        "span": period.span,
    }


def _recurrence(recurrence: "Recurrence | None") -> Record | None:
    if recurrence is None:
        return None
    return {
        "per": recurrence.per,
        "count": recurrence.count,
        "op": recurrence.op,
        "rrule": recurrence.rrule,
        "raw": recurrence.raw,
    }


def _duration(duration: "Duration | None") -> Record | None:
    if duration is None:
        return None
    return {
        "iso": duration.iso,
        "anchor": duration.anchor,
        "approximate": duration.approximate,
        "bound": duration.bound,
    }


def _money(record: Record) -> tuple[Record, list[str]]:
    """Read money: a unit caption, else the whole text, else whatever stands in it."""
    from normalize.money import explain_amounts, find_amounts, read_amounts, read_caption

    text, unit = _text(record), _unit(record)
    if unit is None and not any(map(str.isdigit, text)) and (units := read_caption(text)):
        declared = [{"kind": "unit", "scale": str(unit.scale), "unit": unit.code} for unit in units]
        return {"values": declared}, [_trace(text, 0, len(text), "unit caption")]
    reading = read_amounts(text, unit=unit) if _is_whole(text) else None
    readings = [reading] if reading else find_amounts(text, unit=unit)
    values = [value for reading in readings for value in _amounts(reading)]
    return {"values": values}, explain_amounts(text, unit=unit)


def _amounts(reading: "AmountReading") -> Iterator[Record]:
    """Yield one value a printed number: `(전액 시비)` names the source of the one before it."""
    from normalize.money import Amount

    printed: dict[tuple[int, int], Record] = {}
    for value in reading.values:
        if value.span in printed and isinstance(value, Amount):
            printed[value.span] |= {"source": value.source, "role": None}
        elif isinstance(value, Amount):
            printed[value.span] = _amount(value)
        else:
            printed[value.span] = _quantity(value)
    yield from printed.values()


def _amount(value: "Amount") -> Record:
    record: Record = {"kind": "money", "currency": value.currency, "value": _number(value.value)}
    if value.won is not None:
        record["won"] = _number(value.won)
        record["thousand_won"] = _number(Decimal(value.won) / 1000)
    return record | {
        "bound": value.bound or None,
        "approximate": value.approximate,
        "per": value.per or None,
        "source": value.source or None,
        "label": value.label or None,
        "role": value.role or None,
        "non_budget": value.non_budget,
        "span": value.span,
    }


def _quantity(value: "Quantity") -> Record:
    return {
        "kind": "quantity",
        "value": _number(value.value),
        "unit": value.unit,
        "bound": value.bound or None,
        "approximate": value.approximate,
        "label": value.label or None,
        "span": value.span,
    }


def _number(value: int | Decimal) -> str:
    """Return a number in plain digits, without an exponent or zeros at its end."""
    text = f"{value:f}" if isinstance(value, Decimal) else str(value)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _trace(text: str, start: int, end: int, rule: str) -> str:
    return f"{start}-{end} {text[start:end]!r}: {rule}"
