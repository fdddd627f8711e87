"""The functions of this layer."""

from __future__ import annotations

from threading import Lock

from coprod_survey.pdf.blocks import Document
from coprod_survey.pdf.sheets import PaperMarks, PaperSheets
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


def render_paper(document: Document, marks: PaperMarks, style: Style = PRINT) -> PaperSheets:
    """A questionnaire as sheets that can be scanned, and where on them the answers stand.

    Each page has a marker in every corner, and a code that says which page of what it is. The file
    is PDF/UA-1 as that of `render` is.

    Raises:
        PdfError: as `render` does; also where the margin has no room for the markers, or the code
            has no room for the marks.
    """
    from coprod_survey.pdf.press import press_paper  # noqa: PLC0415  (ReportLab is slow to import)

    with _ONE_AT_A_TIME:
        return press_paper(document, marks, style)
