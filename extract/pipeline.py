"""A file to a report: the stages in their order, on one screen.

    read        bytes to Document       what was seen
    structure   Document to Outline     what was understood
    parsers     Outline to records
    audit       records against each other and the document
"""

from extract.document import Document
from extract.report import Report

__all__ = ["extract_document"]


def extract_document(document: Document, *, report_id: str, source_file: str) -> Report:
    """Turn a document into records and findings. Pure: no file is touched."""
    raise NotImplementedError
