"""What a screen reader would say: the text of a PDF in the order of its structure tree."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Dictionary, Name

from tests.gate.structure import Place, kids

_CODE = re.compile(rb"<([0-9A-F]{2})> <([0-9A-F]{4})>")


def read_aloud(pdf: bytes) -> list[tuple[str, str]]:
    """Each element that has text of its own, in reading order: its tag and its text.

    The text is decoded by the fonts' own ToUnicode tables, as a reader has to. A link inside a
    paragraph is part of the paragraph; a figure is its alternative text.
    """
    with pikepdf.open(BytesIO(pdf)) as opened:
        shown = dict[Place, str]()
        for number, page in enumerate(opened.pages):
            for mark, text in _marked_text(page).items():
                shown[number, mark] = text
        pages = {page.obj.objgen: number for number, page in enumerate(opened.pages)}
        top = kids(opened.Root.StructTreeRoot)[0]
        return [(tag, " ".join(text.split())) for tag, text in _spoken(top, None, pages, shown)]


def _marked_text(page: pikepdf.Page) -> dict[int, str]:
    text: dict[int, str] = defaultdict(str)
    fonts = {name: _codes(font) for name, font in page.Resources.Font.items()}
    marks: list[Any] = []
    codes: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page, "BDC BMC EMC Tf Tj"):
        match str(operator):
            case "BDC":
                marks.append(operands[1].get("/MCID"))
            case "BMC":
                marks.append(None)
            case "EMC":
                marks.pop()
            case "Tf":
                codes = fonts[str(operands[0])]
            case "Tj" if marks and marks[-1] is not None:
                text[int(marks[-1])] += "".join(codes[byte] for byte in bytes(operands[0]))
    return text


def _codes(font: Any) -> dict[int, str]:
    rows = _CODE.findall(font.ToUnicode.read_bytes())
    return {int(code, 16): chr(int(letter, 16)) for code, letter in rows}


def _spoken(
    element: Any, page: Any, pages: dict[tuple[int, int], int], shown: dict[Place, str]
) -> Iterator[tuple[str, str]]:
    tag, page = str(element.S)[1:], element.get("/Pg", page)
    if tag == "Figure":
        yield tag, str(element.Alt)
        return
    own = ""
    for kid in kids(element):
        if not isinstance(kid, Dictionary):
            own += shown[pages[page.objgen], int(kid)]
        elif "/S" not in kid:
            if kid.get("/Type") != Name.OBJR:
                own += shown[pages[kid.Pg.objgen], int(kid.MCID)]
        elif kid.S in {Name.Link, Name.Span}:
            own += "".join(text for _, text in _spoken(kid, page, pages, shown))
        else:
            if own.strip():
                yield tag, own
                own = ""
            yield from _spoken(kid, page, pages, shown)
    if own.strip():
        yield tag, own
