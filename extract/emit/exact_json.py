"""JSON in which numbers are exact: decimals digit by digit, integers of any length."""

from decimal import Decimal

import orjson

__all__ = ["exact_json"]


def exact_json(content: object, option: int = 0) -> bytes:
    """Return `content` as JSON.

    Args:
        content: Dictionaries, lists, strings, numbers, dates, booleans and None.
        option: Options of `orjson`.

    >>> from decimal import Decimal
    >>> exact_json({"a": Decimal("7.530"), "b": 10**20})
    b'{"a":7.530,"b":100000000000000000000}'
    """
    try:
        return orjson.dumps(content, default=_exact, option=option)
    except TypeError:
        return orjson.dumps(_with_large(content), default=_exact, option=option)


def _exact(value: object) -> orjson.Fragment:
    """Write a decimal digit by digit, as a JSON number without an exponent."""
    if isinstance(value, Decimal):
        return orjson.Fragment(f"{value:f}")
    raise TypeError(type(value).__name__)


def _with_large(value: object) -> object:
    """Spell out the integers that have more than 64 bits, which orjson refuses."""
    if isinstance(value, dict):
        return {name: _with_large(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_with_large(each) for each in value]
    if isinstance(value, int) and value.bit_length() > 63:
        return orjson.Fragment(str(value))
    return value
