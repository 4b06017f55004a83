"""Personal data out of a text, at the same length: every offset, line and column stays true.

Resident numbers, telephone numbers and e-mail addresses are known by their form; passing a document on
without them is what 개인정보 보호법 asks for. Names are known by what stands beside them: an office in front
(`팀장 홍길동`), an office behind (`홍길동 과장`), a label (`담당자 : 홍길동`). A name that stands alone in a
sentence is not found: look at the result before passing it on.
"""

import re
from typing import Final

from extract.errors import UnsupportedError
from extract.readers.detect import detect
from extract.readers.encodings import decode

__all__ = ["mask", "mask_file"]

_SURNAME: Final = (
    "[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설"
    "마길연위표명기반라왕금옥육인맹제모탁국어은편용]"
)
_GIVEN: Final = rf"{_SURNAME}[가-힣]{{2}}"
_OFFICE: Final = "(?:국장|과장|팀장|계장|실장|소장|단장|반장|원장|부장|담당관|주무관|사무관|서기관|주사|위원장|이사장|구청장|시장|군수|교수|코디네이터)"
_LABEL: Final = r"(?:담[ \t]?당[ \t]?자?|성[ \t]?명|작[ \t]?성[ \t]?자|책[ \t]?임[ \t]?자|연구원|보고자|대표자?)"
_NO_NAME: Final = re.compile(
    rf".*(?:{_OFFICE}|[과팀국실]|회의|이하|이상|주재|주관|전결|명의|선임|임명)$"
)
_NUMBERS: Final = (
    re.compile(r"(?<!\d)\d{6}[ \t]?-[ \t]?[1-8]\d{6}(?!\d)"),
    re.compile(r"(?<![\d-])(?:\(?0\d{1,2}\)?[-.) \t]{1,2}|\+82[- ]\d{1,2}[- ])\d{3,4}[-. ]\d{4}(?![\d-])"),
    re.compile(r"(?:(?<=[☎☏])|(?<=전화)|(?<=문의)|(?<=연락처)|(?<=팩스)|(?<=FAX)|(?<=TEL))[ \t]{0,4}[:.)]?[ \t]{0,4}\d{3,4}-\d{4}(?![\d-])"),
)  # fmt: skip
_EXTENSION: Final = re.compile(r"(?<=○)[ \t]?\([☎☏]?[ \t]?[\d-]{3,9}\)")
_EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_NAMES: Final = (
    # An extension behind a name is surer than a surname: 생활정원팀장 온새미(2117).
    re.compile(rf"{_OFFICE}[ \t]{{0,3}}([가-힣]{{2,4}})(?=[ \t]?\([☎☏]?[ \t]?[\d-]{{3,9}}\))"),
    # 시장 is a market as often as a mayor, unless a name stands in front of it.
    re.compile(rf"{_OFFICE}(?<!시장)[ \t]{{0,3}}[:(]?[ \t]{{0,3}}({_GIVEN})(?![가-힣])"),
    re.compile(rf"{_LABEL}[ \t]{{0,3}}[:：][ \t]{{0,3}}(?:[가-힣]{{2,8}}[ \t])??({_GIVEN})(?![가-힣])"),
    re.compile(rf"(?<![가-힣])({_GIVEN})[ \t]{{0,2}}(?={_OFFICE}(?![가-힣]))"),
)  # fmt: skip
_DIGIT: Final = re.compile(r"\d")
_LETTER: Final = re.compile(r"[^@.]")


def mask(text: str) -> str:
    """Return `text` with personal data replaced, character by character.

    >>> mask("담당자 : 홍길동 주무관(☎ 2133-4317, hong@korea.kr)")
    '담당자 : ○○○ 주무관(☎ 0000-0000, xxxx@xxxxx.xx)'
    >>> mask("2019-2020 예산 101,635천원, 과장 전결")
    '2019-2020 예산 101,635천원, 과장 전결'
    >>> mask("생활정원팀장 온새미(2117)")
    '생활정원팀장 ○○○(0000)'
    """
    for pattern in _NUMBERS:
        text = pattern.sub(lambda found: _DIGIT.sub("0", found[0]), text)
    text = _EMAIL.sub(lambda found: _LETTER.sub("x", found[0]), text)
    for pattern in _NAMES:
        text = pattern.sub(_without_name, text)
    return _EXTENSION.sub(lambda found: _DIGIT.sub("0", found[0]), text)


def mask_file(data: bytes, name: str) -> bytes:
    """Return the bytes of a text file masked, in the file's own encoding.

    Raises:
        UnsupportedError: It is no text file, or bytes of it are damaged: then nothing is certain.
    """
    if detect(data, name) != "txt":
        raise UnsupportedError(name, "--mask: bogoseo text FILE > FILE.txt")
    decoded = decode(data)
    plain = decoded.text.encode(decoded.encoding)
    if decoded.damaged or not data.endswith(plain):
        raise UnsupportedError(name, f"--mask: {decoded.encoding}, {decoded.damaged} damaged")
    masked = mask(decoded.text)
    try:
        return data[: len(data) - len(plain)] + masked.encode(decoded.encoding)
    except UnicodeEncodeError as error:
        raise UnsupportedError(name, f"--mask: {decoded.encoding}") from error


def _without_name(found: re.Match[str]) -> str:
    name = found[1]
    if _NO_NAME.match(name):
        return found[0]
    begin = found.start(1) - found.start()
    return f"{found[0][:begin]}{'○' * len(name)}{found[0][begin + len(name) :]}"
