"""Korean dates and periods (일시·기간): strings to values.

    read_dates   one expression as a whole      "'19. 11. ~ 2." -> 2019-11/2020-02
    find_dates   every expression of a text, with places
    scan_dates   only where they stand

To add a spelling: a row in tests/normalize/dates/dates_corpus.py, then the word in `vocabulary` or the rule.
"""

from normalize.dates.explain import explain_dates
from normalize.dates.find import find_dates
from normalize.dates.read import read_dates
from normalize.dates.scan import scan_dates
from normalize.dates.values import DateReading, Duration, Period, Recurrence

__all__ = [
    "DateReading",
    "Duration",
    "Period",
    "Recurrence",
    "explain_dates",
    "find_dates",
    "read_dates",
    "scan_dates",
]
