"""The one function of this layer."""

from __future__ import annotations

from threading import Lock

from coprod_survey.pdf.blocks import Document
from coprod_survey.pdf.style import PRINT, Style

_ONE_AT_A_TIME = Lock()
"""A typeface is read once a process, and ReportLab keeps its place in the file while it reads."""


def render(document: Document, style: Style = PRINT) -> bytes:
    """A document as a PDF/UA-1 file.

    The bytes depend on the document, the style and `SOURCE_DATE_EPOCH` only. Threads take turns;
    use processes to print faster.

    Raises:
        PdfError: the document cannot be made accessible, or does not fit the page; the sentence
            says why.
    """
    from coprod_survey.pdf.press import press  # noqa: PLC0415  (ReportLab is slow to import)

    with _ONE_AT_A_TIME:
        return press(document, style)
