"""How a document looks: one frozen value, and the two we print with."""

from __future__ import annotations

from dataclasses import dataclass

from coprod_survey.pdf.errors import PdfError
from coprod_survey.pdf.fonts import SOURCE_SANS, Family

A4 = (595.28, 841.89)
_WHITE = "#ffffff"
_LEGIBLE = 4.5
"""The contrast that WCAG 2.2 asks of text at level AA (success criterion 1.4.3)."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 (the same) to 21 (black and white).

    Source: WCAG 2.2, contrast ratio and relative luminance.
    """
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(int(colour[place : place + 2], 16) / 255) for place in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


@dataclass(frozen=True, slots=True)
class Type:
    """A size of type and the distance between its lines, in points."""

    size: float
    leading: float
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Style:
    """Type, colours (as `#rrggbb`) and measures (in points) of a document.

    `ink`, `quiet`, `heading` and `link` are colours of text; nothing is said by colour alone, so
    a grey print says the same. `measure` is the longest line of running text, `mark` the width of
    a shape to mark on paper, `writing` the height of a line to write on.

    Raises:
        PdfError: a colour of text is too faint on the page or on `tint`.
    """

    family: Family
    headings: tuple[Type, Type, Type, Type]
    body: Type
    lead: Type
    small: Type
    table: Type
    figure: Type
    furniture: Type
    margin: float
    margin_top: float
    margin_bottom: float
    measure: float
    mark: float
    writing: float
    ink: str = "#1a1a1a"
    quiet: str = "#4a4a4a"
    heading: str = "#12344d"
    link: str = "#0b4f8a"
    tint: str = "#f1f4f6"
    rule: str = "#6b7680"
    page: tuple[float, float] = A4

    def __post_init__(self) -> None:
        for name in ("ink", "quiet", "heading", "link"):
            worst = min(contrast(getattr(self, name), ground) for ground in (_WHITE, self.tint))
            if worst < _LEGIBLE:
                raise PdfError(
                    f"The colour {getattr(self, name)} ({name}) has a contrast of {worst:.1f} to 1 "
                    f"with what is behind it; text needs {_LEGIBLE} to 1."
                )

    @property
    def text_width(self) -> float:
        """The width between the margins: what a figure or a table can take."""
        return self.page[0] - 2 * self.margin

    @property
    def gap(self) -> float:
        """The space after a paragraph."""
        return self.body.leading * 0.5


PRINT = Style(
    family=SOURCE_SANS,
    headings=(
        Type(24, 28, bold=True),
        Type(16, 20, bold=True),
        Type(13, 17, bold=True),
        Type(11, 15.5, bold=True),
    ),
    body=Type(11, 15.5),
    lead=Type(13, 18.5),
    small=Type(9.5, 13),
    table=Type(10, 13),
    figure=Type(9.5, 12),
    furniture=Type(9, 11.5),
    margin=65,
    margin_top=74,
    margin_bottom=66,
    measure=425,
    mark=12.75,
    writing=25.5,
)
"""A4 for everyone: safe in black and white, 11 point text."""

LARGE_PRINT = Style(
    family=SOURCE_SANS,
    headings=(
        Type(32, 38, bold=True),
        Type(26, 32, bold=True),
        Type(22, 28, bold=True),
        Type(20, 27, bold=True),
    ),
    body=Type(18, 27),
    lead=Type(20, 30),
    small=Type(18, 26),
    table=Type(18, 24),
    figure=Type(16, 20),
    furniture=Type(16, 20),
    margin=57,
    margin_top=84,
    margin_bottom=80,
    measure=480,
    mark=18,
    writing=34,
    ink="#000000",
    quiet="#262626",
)
"""A4 in 18 point type, set anew rather than enlarged."""
