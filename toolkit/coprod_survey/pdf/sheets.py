"""What is told apart on paper, and what a scan of it is read by."""

from __future__ import annotations

from dataclasses import astuple, dataclass

from coprod_survey.pdf.answers import MarkBox, Rectangle
from coprod_survey.pdf.errors import PdfError

_BETWEEN = "/"


@dataclass(frozen=True, slots=True)
class PaperMarks:
    """What the code on each page says beside the number of the page.

    Raises:
        PdfError: one of them is empty or has a slash in it.
    """

    questionnaire: str
    edition: str
    form: str

    def __post_init__(self) -> None:
        for text in astuple(self):
            if not text or _BETWEEN in text:
                raise PdfError(f"“{text}” cannot go into a page's code: it is empty or has a “/”.")

    def code(self, page: int) -> str:
        """What the code on a page says, such as `frontline/2026-1/A/3`; pages count from 1."""
        return _BETWEEN.join((*astuple(self), str(page)))


@dataclass(frozen=True, slots=True)
class PaperSheets:
    """A questionnaire to print, and what a program needs to read scans of it.

    `boxes` says where each answer may stand. `markers` are ArUco markers 0 to 3 of the dictionary
    4×4_50: upper left, upper right, lower right, lower left. `code` is a QR code of
    `modules` × `modules` squares, at the same place on every page.
    """

    pdf: bytes
    boxes: tuple[MarkBox, ...]
    page: tuple[float, float]
    markers: tuple[Rectangle, Rectangle, Rectangle, Rectangle]
    code: Rectangle
    modules: int
