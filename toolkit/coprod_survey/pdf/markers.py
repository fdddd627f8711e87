"""What a scan of a page is found and known by: a marker in each corner, and a code at the foot.

They are drawn as rectangles among the artifacts, since they have nothing to say to a reader.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias

import segno
from segno.encoder import DataOverflowError

from coprod_survey.pdf.answers import Rectangle
from coprod_survey.pdf.canvas import PAGINATION, TaggedCanvas
from coprod_survey.pdf.errors import PdfError
from coprod_survey.pdf.sheets import PaperMarks

Squares: TypeAlias = Sequence[Sequence[bool]]
"""Rows of squares from the top; the dark ones are true."""

_MM = 72 / 25.4
_EDGE = 8 * _MM
_SIDE = 9 * _MM
_CODE = 16 * _MM
_CODE_FOOT = 7 * _MM
_LARGEST = 4
"""The largest version of a code whose squares a scan at 150 dots an inch still tells apart."""

MARKER_ROOM = _EDGE + _SIDE + _MM
"""The margin that the markers need."""
CODE_ROOM = 14 * _MM
"""What the code needs below the footer: itself, and four light squares (ISO/IEC 18004) above it."""

_DARK = (
    ("111111", "101001", "110101", "111001", "111011", "111111"),
    ("111111", "111111", "100001", "101101", "101011", "111111"),
    ("111111", "111001", "111001", "111011", "100101", "111111"),
    ("111111", "101101", "101101", "110111", "110011", "111111"),
)
"""Markers 0 to 3 of OpenCV's ArUco dictionary 4×4_50, each with its dark border."""
MARKERS: tuple[Squares, ...] = tuple(
    tuple(tuple(square == "1" for square in row) for row in marker) for marker in _DARK
)


@dataclass(frozen=True, slots=True)
class SheetMarks:
    """The markers, which are the same on every page, and the code of each page."""

    markers: tuple[Rectangle, Rectangle, Rectangle, Rectangle]
    code: Rectangle
    codes: tuple[Squares, ...]

    def paint(self, canvas: TaggedCanvas, number: int) -> None:
        """Draws the marks of a page, counted from nought."""
        with canvas.artifact(PAGINATION):
            canvas.setFillGray(0)
            for squares, area in zip(MARKERS, self.markers, strict=True):
                _draw(canvas, squares, area)
            _draw(canvas, self.codes[number], self.code)


def sheet_marks(marks: PaperMarks, pages: int, page: tuple[float, float]) -> SheetMarks:
    """The marks of so many pages.

    Raises:
        PdfError: the marks are too long for the code.
    """
    width, height = page
    left, bottom, right, top = _EDGE, _EDGE, width - _EDGE - _SIDE, height - _EDGE - _SIDE
    code = (width - _CODE) / 2
    return SheetMarks(
        (_marker(left, top), _marker(right, top), _marker(right, bottom), _marker(left, bottom)),
        (code, _CODE_FOOT, code + _CODE, _CODE_FOOT + _CODE),
        tuple(_codes([marks.code(number) for number in range(1, pages + 1)])),
    )


def _marker(left: float, bottom: float) -> Rectangle:
    return left, bottom, left + _SIDE, bottom + _SIDE


def _codes(texts: Sequence[str]) -> Iterator[Squares]:
    """The codes of the texts, all as large as the longest needs."""
    version = max(_version(text) for text in texts)
    for text in texts:
        code = segno.make_qr(text, error="m", version=version, boost_error=False)
        yield tuple(tuple(map(bool, row)) for row in code.matrix)


def _version(text: str) -> int:
    try:
        code = segno.make_qr(text, error="m")
    except DataOverflowError:
        code = None
    if code is None or int(code.version) > _LARGEST:
        raise PdfError(f"“{text}” is too long for the code on a page; shorten the marks.")
    return int(code.version)


def _draw(canvas: TaggedCanvas, squares: Squares, area: Rectangle) -> None:
    """Fills the dark squares, those that touch in a row as one."""
    left, _, right, top = area
    side = (right - left) / len(squares)
    for number, row in enumerate(squares, start=1):
        start = 0
        for dark, group in groupby(row):
            length = len(list(group))
            if dark:
                canvas.rect(
                    left + start * side, top - number * side, length * side, side, stroke=0, fill=1
                )
            start += length
