"""The fields of a form, as the file holds them.

Marks are drawn as paths, and text in fonts that are in the file, so a field needs nothing from the
computer it is opened on. The frames of fields are drawn on the page and not here, because a program
that fills a field draws its picture anew.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from coprod_survey.pdf.answers import Rectangle, Shape, TextField
from coprod_survey.pdf.canvas import TaggedCanvas
from coprod_survey.pdf.formfont import FORM_FONT, form_font
from coprod_survey.pdf.style import Type
from coprod_survey.pdf.tree import Node

_RADIO = 1 << 15
_SEVERAL_LINES = 1 << 12
_OFF = "Off"
_FONT = re.compile(r"/(\S+) [\d.]+ Tf")


class RadioGroup:
    """Buttons of which one at most is marked; an answer can also be taken back."""

    def __init__(self, name: str, tip: str, value: str) -> None:
        self._tip = tip
        self._value = value
        self._buttons = PDFArray([])
        self._entries = {
            "FT": PDFName("Btn"),
            "Ff": _RADIO,
            "T": PDFString(name),
            "TU": PDFString(tip),
            "V": PDFName(value or _OFF),
            "Kids": self._buttons,
        }
        self._place: Any = None

    def button(
        self, canvas: TaggedCanvas, node: Node, area: Rectangle, value: str, label: str
    ) -> None:
        """Draws a button of the group."""
        if self._place is None:
            self._place = canvas._doc.Reference(PDFDictionary(self._entries))
            canvas.fields.append(self._place)
        entries = _marked(canvas, "circle", area, value, on=value == self._value)
        tip = PDFString(f"{self._tip}: {label}")
        own = _widget(canvas, node, area, entries | {"Parent": self._place, "TU": tip})
        self._buttons.sequence.append(own)


def check_box(
    canvas: TaggedCanvas, node: Node, area: Rectangle, name: str, tip: str, *, checked: bool
) -> None:
    """Draws a box to tick."""
    entries = _marked(canvas, "square", area, "Yes", on=checked) | {
        "FT": PDFName("Btn"),
        "T": PDFString(name),
        "TU": PDFString(tip),
        "V": PDFName("Yes" if checked else _OFF),
    }
    canvas.fields.append(_widget(canvas, node, area, entries))


def text_box(
    canvas: TaggedCanvas, node: Node, area: Rectangle, field: TextField, tip: str, shown: str
) -> None:
    """Draws a box to type in; `shown` draws the value that the field holds beforehand."""
    fonts = {name: PDFObjectReference(name) for name in sorted(set(_FONT.findall(shown)))}
    fonts[FORM_FONT] = form_font(canvas)
    picture = _picture(area, f"/Tx BMC {shown} EMC", PDFDictionary({"Font": PDFDictionary(fonts)}))
    entries = {
        "FT": PDFName("Tx"),
        "T": PDFString(field.name),
        "TU": PDFString(tip),
        "V": PDFString(field.value),
        "Ff": _SEVERAL_LINES if field.lines > 1 else 0,
        "AP": PDFDictionary({"N": canvas._doc.Reference(picture)}),
    }
    if field.most is not None:
        entries["MaxLen"] = field.most
    canvas.fields.append(_widget(canvas, node, area, entries))


def write_form(canvas: TaggedCanvas, kind: Type) -> None:
    """Lists the fields in the catalog, where there are any, and how typed text is to look."""
    if canvas.fields:
        fonts = PDFDictionary({FORM_FONT: form_font(canvas)})
        canvas._doc.Catalog.AcroForm = PDFDictionary(
            {
                "Fields": PDFArray(canvas.fields),
                "DA": PDFString(f"/{FORM_FONT} {kind.size:g} Tf 0 g"),
                "DR": PDFDictionary({"Font": fonts}),
            }
        )


def _widget(canvas: TaggedCanvas, node: Node, area: Rectangle, entries: dict[str, Any]) -> Any:
    own = {"Subtype": PDFName("Widget"), "P": canvas._doc.thisPageRef()}
    return canvas.annotate(node, area, own | entries)


def _marked(
    canvas: TaggedCanvas, shape: Shape, area: Rectangle, value: str, *, on: bool
) -> dict[str, Any]:
    """The pictures of a button with and without its mark, and which of them is shown."""
    side = area[2] - area[0]
    mark = _dot(side) if shape == "circle" else _tick(side)
    pictures = {
        value: _shared(canvas, f"{shape}:{side:g}", lambda: _picture(area, mark)),
        _OFF: _shared(canvas, f"unmarked:{side:g}", lambda: _picture(area, "")),
    }
    return {
        "AP": PDFDictionary({"N": PDFDictionary(pictures)}),
        "AS": PDFName(value if on else _OFF),
    }


def _shared(canvas: TaggedCanvas, name: str, make: Callable[[], PDFStream]) -> Any:
    if name in canvas._doc.idToObject:
        return PDFObjectReference(name)
    return canvas._doc.Reference(make(), name)


def _picture(area: Rectangle, code: str, resources: Any = None) -> PDFStream:
    left, bottom, right, top = area
    entries = PDFDictionary(
        {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Form"),
            "BBox": PDFArray([0, 0, round(right - left, 2), round(top - bottom, 2)]),
            "Resources": resources or PDFDictionary({}),
        }
    )
    return PDFStream(entries, code, filters=[PDFZCompress])


def _dot(side: float) -> str:
    """A filled circle of half the width: four Bézier curves."""
    middle, radius = side / 2, side / 4
    near, bend = middle - radius, radius * 0.5523
    far = middle + radius
    corners = [
        (far, middle + bend, middle + bend, far, middle, far),
        (middle - bend, far, near, middle + bend, near, middle),
        (near, middle - bend, middle - bend, near, middle, near),
        (middle + bend, near, far, middle - bend, far, middle),
    ]
    curves = " ".join(" ".join(f"{number:.2f}" for number in corner) + " c" for corner in corners)
    return f"0 g {far:.2f} {middle:.2f} m {curves} f"


def _tick(side: float) -> str:
    ends = ((0.2, 0.52), (0.42, 0.24), (0.82, 0.8))
    points = [f"{x * side:.2f} {y * side:.2f}" for x, y in ends]
    return f"0 G {side * 0.14:.2f} w {points[0]} m {points[1]} l {points[2]} l S"
