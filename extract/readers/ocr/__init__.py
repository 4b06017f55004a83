"""Scanned pages to the same lines and tables that a PDF page with text gives.

raster      the page upright, as darkness
ruling      its ruling lines; the grids they make are those of the PDF reader
engine      tesseract, where it is installed
recognition a cell, or the text around the tables, to lines with their confidence
scan        one page

if available():
    scanned = read_page(image, dpi)
"""

from extract.readers.ocr.engine import available
from extract.readers.ocr.scan import OcrPage, read_page

__all__ = ["OcrPage", "available", "read_page"]
