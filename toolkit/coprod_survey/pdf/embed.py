"""Fonts inside the file: only what is used, every letter known, every code readable."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from coprod_survey.pdf.errors import PdfError
from coprod_survey.pdf.fonts import Family, Fonts

_ROWS = re.compile(r"\d+ beginbfchar\n(.*)\nendbfchar", re.DOTALL)


class EmbeddedFont(TTFont):
    """A TrueType font that refuses a letter it lacks; ReportLab prints an empty box instead.

    Its subsets are kept for the next document, because cutting one costs more than a page of
    text does. ReportLab's state is by document, so a document that failed leaves nothing behind.
    """

    def __init__(self, name: str, path: str) -> None:
        super().__init__(name, path, shapable=False)
        self._known = frozenset(map(chr, self.face.charToGlyph)) | {"\xa0"}
        cut = cache(self.face.makeSubset)
        self.face.makeSubset = lambda subset: cut(tuple(subset))

    def splitString(self, text: Any, doc: Any, encoding: str = "utf-8") -> Any:
        text = text if isinstance(text, str) else text.decode(encoding)
        if not self._known.issuperset(text):
            self._refuse(text)
        return super().splitString(text, doc, encoding)

    def _refuse(self, text: str) -> None:
        missing = next(letter for letter in text if letter not in self._known)
        raise PdfError(
            f"The typeface {self.fontName} has no character “{missing}” "
            f"(U+{ord(missing):04X}), which is in the text “{text.strip()}”."
        )

    def addObjects(self, doc: Any) -> None:
        before = set(doc.idToObject)
        super().addObjects(doc)
        for name in set(doc.idToObject) - before:
            if name.startswith("toUnicodeCMap:"):
                stream = doc.idToObject[name]
                stream.content = readable_codes(stream.content)


def readable_codes(meanings: str) -> str:
    """The table of codes without those that stand for nothing, a hundred rows at a time.

    ReportLab maps unused codes to U+0000, which ISO 14289-1 7.21.7 forbids, and writes one block
    where the format allows a hundred rows.
    """
    return _ROWS.sub(_readable_rows, meanings)


def _readable_rows(table: re.Match[str]) -> str:
    rows = [row for row in table[1].split("\n") if not row.endswith("<0000>")]
    blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    return "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )


@cache
def _family(family: Family) -> tuple[EmbeddedFont, ...]:
    faces = {
        "": family.regular,
        "Bold": family.bold,
        "Italic": family.italic,
        "BoldItalic": family.bold_italic,
    }
    return tuple(EmbeddedFont(family.name + face, path) for face, path in faces.items())


def fonts_in_use(family: Family, size: float) -> Fonts:
    """Makes ReportLab know the family, whose files are read once a process."""
    faces = _family(family)
    for face in faces:
        registerFont(face)
    regular, bold, italic, bold_italic = (face.fontName for face in faces)
    return Fonts(regular, bold, italic, bold_italic, size)
