"""Money and quantities of Korean reports: strings to exact values.

>>> reading = read_amounts("278,410천원(국 138,005 시 69,002 구 71,403)")
>>> [(value.source, value.won) for value in reading.values]
[('', 278410000), ('국비', 138005000), ('시비', 69002000), ('구비', 71403000)]
"""

from normalize.money.captions import read_caption
from normalize.money.explanation import explain_amounts
from normalize.money.reading import find_amounts, read_amounts
from normalize.money.scanning import scan_amounts
from normalize.money.values import Amount, AmountReading, Bound, Quantity, Role, Unit

__all__ = [
    "Amount",
    "AmountReading",
    "Bound",
    "Quantity",
    "Role",
    "Unit",
    "explain_amounts",
    "find_amounts",
    "read_amounts",
    "read_caption",
    "scan_amounts",
]
