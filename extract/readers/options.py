"""What the user may ask of a reader."""

from dataclasses import dataclass

__all__ = ["ReadOptions"]


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """Options of reading, the same for every format.

    Attributes:
        password: Opens a protected document where its format documents how.
        ocr: Recognise the text of pages that are pictures, where the extra is installed.
        second_engine: Read the figures of a PDF again by another engine and tell where the two differ.
    """

    password: str | None = None
    ocr: bool = True
    second_engine: bool = False
