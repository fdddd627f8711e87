"""The font that text fields are filled in with, by whichever program fills them.

A font with an encoding that is known by name has no place for the letters of Welsh and Czech. So
this one has codes of its own and a table of what they mean, which browsers and pypdf go by. English
letters have the codes they have in Windows, for programs that look at no table.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFZCompress,
)
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfbase.ttfonts import makeToUnicodeCMap

from coprod_survey.pdf.canvas import TaggedCanvas
from coprod_survey.pdf.embed import readable_codes

FORM_FONT = "Body"
"""The name fields know the font by."""

_BLANKS = "\t\n\r\xa0\xad"
_OTHERS = "ŴŵŶŷẀẁẂẃẄẅỲỳĎďŤťČčĚěŇňŘřŮů"


def _letters() -> Iterator[str]:
    """The letter of each code: that of Windows, or another where Windows has none."""
    others = iter(_OTHERS)
    for code in range(256):
        letter = bytes([code]).decode("cp1252", errors="replace")
        is_taken = letter in _BLANKS or (letter.isprintable() and letter != "\ufffd")
        yield letter if is_taken else next(others, " ")


LETTERS = tuple(_letters())
"""The letter of each of the 256 codes."""


def form_font(canvas: TaggedCanvas) -> Any:
    """A reference to the font, put into the file where it is first asked for."""
    doc, name = canvas._doc, "formFont"
    if name in doc.idToObject:
        return PDFObjectReference(name)
    face = getFont(canvas.face).face
    base = "FORMFN+" + face.name.decode("ascii")
    codes = [ord(letter) for letter in LETTERS]
    drawn = [code if code in face.charToGlyph else ord(" ") for code in codes]
    meanings = PDFStream(
        PDFDictionary({}), readable_codes(makeToUnicodeCMap(base, codes)), filters=[PDFZCompress]
    )
    font = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("TrueType"),
        "BaseFont": PDFName(base),
        "FirstChar": 0,
        "LastChar": len(drawn) - 1,
        "Widths": PDFArray([face.getCharWidth(code) for code in drawn]),
        "ToUnicode": doc.Reference(meanings),
        "FontDescriptor": face.addSubsetObjects(doc, base, drawn),
    }
    return doc.Reference(PDFDictionary(font), name)
