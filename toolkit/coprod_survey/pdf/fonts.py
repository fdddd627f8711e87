"""Typefaces: which files, what a painter may know of them, and how wide text is.

Source Sans (SIL Open Font License, from the PyPI package `font-source-sans-pro`) has the letters
of English, Welsh and Czech and the signs we print (ŵ ŷ ž ť £ – — ’ “ ” • − × ≥ …); a test holds
this. It lacks the non-breaking hyphen, which is set as a hyphen.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Family:
    """Four TrueType files that belong together; ReportLab cannot embed any other kind."""

    name: str
    regular: str
    bold: str
    italic: str
    bold_italic: str


def _source_sans() -> Family:
    folder = files("font_source_sans_pro") / "files"
    faces = ("Regular", "Bold", "It", "BoldIt")
    return Family("SourceSans", *(str(folder / f"SourceSansPro-{face}.ttf") for face in faces))


SOURCE_SANS = _source_sans()


@dataclass(frozen=True, slots=True)
class Fonts:
    """The faces of a document under their ReportLab names, and the size for text in figures."""

    regular: str
    bold: str
    italic: str
    bold_italic: str
    size: float

    def face(self, bold: bool = False, italic: bool = False) -> str:
        """The name of the face so drawn."""
        if bold:
            return self.bold_italic if italic else self.bold
        return self.italic if italic else self.regular

    def width(self, text: str, size: float | None = None, *, bold: bool = False) -> float:
        """How wide the text is, in points; at `size` where none is given."""
        return text_width(text, self.face(bold)) * (self.size if size is None else size)


@lru_cache(maxsize=65536)
def text_width(text: str, face: str) -> float:
    """How wide the text is in a face that is in use, at a size of one point."""
    from reportlab.pdfbase.pdfmetrics import stringWidth  # noqa: PLC0415  (slow to import)

    return float(stringWidth(text, face, 1))
