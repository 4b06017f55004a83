"""The language in which the command speaks to its user.

Korean, unless the user's surroundings say English: `--lang`, else `BOGOSEO_LANG`, else `LC_ALL`,
`LC_MESSAGES` or `LANG` beginning with `en`. What is written into files does not depend on any of
them but `--lang`.
"""

from collections.abc import Mapping
from contextvars import ContextVar
from typing import Final

__all__ = ["LANGUAGES", "choose", "current", "say", "speak"]

LANGUAGES: Final = ("ko", "en")
_LANGUAGE: Final = ContextVar("language", default="ko")


def choose(wanted: str | None, environment: Mapping[str, str]) -> str:
    """Return `ko` or `en`.

    >>> choose(None, {"LANG": "en_US.UTF-8"}), choose(None, {"LANG": "C.UTF-8"}), choose("en", {})
    ('en', 'ko', 'en')
    """
    asked = wanted or environment.get("BOGOSEO_LANG", "")
    if asked in LANGUAGES:
        return asked
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        locale = environment.get(name)
        if locale:
            return "en" if locale.lower().startswith("en") else "ko"
    return "ko"


def speak(language: str) -> None:
    """Set the language of all that follows."""
    _LANGUAGE.set(language)


def current() -> str:
    """Return the language that was set."""
    return _LANGUAGE.get()


def say(korean: str, english: str) -> str:
    """Return the sentence in the user's language."""
    return english if _LANGUAGE.get() == "en" else korean
