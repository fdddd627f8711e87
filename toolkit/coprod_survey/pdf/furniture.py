"""What stands on every page: banner, header and footer."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coprod_survey.pdf.blocks import Document
from coprod_survey.pdf.canvas import PAGINATION, TaggedCanvas
from coprod_survey.pdf.fonts import Fonts
from coprod_survey.pdf.style import Style, Type
from coprod_survey.pdf.text import Line, break_lines
from coprod_survey.pdf.tree import Node
from coprod_survey.pdf.typeset import Ink, baseline, colour, draw_line, show

_EDGE = 30.0
_GAP = 16.0
_HEADER = PAGINATION + "/Subtype/Header"
_FOOTER = PAGINATION + "/Subtype/Footer"


@dataclass(frozen=True, slots=True)
class Furniture:
    """The lines of the banner, the header and the footer, and the room they leave.

    `room` is kept free below the footer.
    """

    style: Style
    fonts: Fonts
    page_label: str
    banner: tuple[Line, ...]
    header: tuple[Line, ...]
    footer: tuple[Line, ...]
    room: float = 0.0

    @property
    def top(self) -> float:
        """Where the text of a page starts."""
        used = _EDGE + self._banner_height() + len(self.header) * self.kind.leading + _GAP
        return self.style.page[1] - max(self.style.margin_top, used)

    @property
    def bottom(self) -> float:
        """Where the text of a page ends."""
        used = _EDGE + len(self.footer) * self.kind.leading + 2 * _GAP
        return max(self.style.margin_bottom, used) + self.room

    @property
    def kind(self) -> Type:
        """The type of header and footer."""
        return self.style.furniture

    def _banner_height(self) -> float:
        return len(self.banner) * self.kind.leading + _GAP if self.banner else 0.0

    def paint(self, canvas: TaggedCanvas, number: int, pages: int, banner: Node | None) -> None:
        """Draws the furniture of a page; the banner as content where it is given a node."""
        y = self.style.page[1] - _EDGE
        if self.banner:
            self._paint_banner(canvas, y, banner)
            y -= self._banner_height()
        self._lines(canvas, self.header, y, _HEADER)
        foot = self.bottom - _GAP
        with canvas.artifact(_FOOTER):
            canvas.setStrokeColor(colour(self.style.rule))
            canvas.setLineWidth(0.5)
            right = self.style.page[0] - self.style.margin
            canvas.line(self.style.margin, foot, right, foot)
        self._lines(canvas, self.footer, foot - 4, _FOOTER)
        self._page_number(canvas, foot - 4, number, pages)

    def _paint_banner(self, canvas: TaggedCanvas, y: float, node: Node | None) -> None:
        """A frame with dark bold words: it must catch the eye on grey paper too."""
        style = self.style
        height = len(self.banner) * self.kind.leading + _GAP * 0.5
        with canvas.artifact():
            canvas.setStrokeColor(colour(style.ink))
            canvas.setLineWidth(1)
            canvas.rect(style.margin, y - height, style.text_width, height)
        bold = replace(self.kind, bold=True)
        ink = Ink(bold, style.ink, style.ink)
        for row, line in enumerate(self.banner):
            x = style.margin + (style.text_width - line.width) / 2
            place = (x, baseline(y - _GAP * 0.25 - row * bold.leading, bold))
            if node:
                draw_line(canvas, line, place, ink, node)
            else:
                with canvas.artifact(_HEADER):
                    show(canvas, line.runs, place, ink)

    def _lines(
        self, canvas: TaggedCanvas, lines: tuple[Line, ...], top: float, artifact: str
    ) -> None:
        ink = Ink(self.kind, self.style.quiet, self.style.quiet)
        for row, line in enumerate(lines):
            place = (self.style.margin, baseline(top - row * self.kind.leading, self.kind))
            with canvas.artifact(artifact):
                show(canvas, line.runs, place, ink)

    def _page_number(self, canvas: TaggedCanvas, top: float, number: int, pages: int) -> None:
        label = self.page_label.format(page=number, pages=pages)
        (line,) = break_lines(label, self.kind, self.fonts, float("inf"))
        x = self.style.page[0] - self.style.margin - line.width
        ink = Ink(self.kind, self.style.quiet, self.style.quiet)
        with canvas.artifact(_FOOTER):
            show(canvas, line.runs, (x, baseline(top, self.kind)), ink)


def furniture(document: Document, style: Style, fonts: Fonts, room: float = 0.0) -> Furniture:
    """The document's banner, header and footer, broken into lines."""
    kind, width = style.furniture, style.text_width
    return Furniture(
        style,
        fonts,
        document.page_label,
        break_lines(document.banner, replace(kind, bold=True), fonts, width - 2 * _GAP),
        break_lines(document.header, kind, fonts, width),
        break_lines(document.footer, kind, fonts, width * 0.7),
        room,
    )
