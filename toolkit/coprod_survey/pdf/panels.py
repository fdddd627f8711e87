"""Backgrounds behind blocks. They differ in frame as well as in tint, so grey paper shows it."""

from __future__ import annotations

from coprod_survey.pdf.blocks import Tone
from coprod_survey.pdf.canvas import TaggedCanvas
from coprod_survey.pdf.strips import Area, Panel
from coprod_survey.pdf.typeset import Setting, colour


def box_panel(tone: Tone, setting: Setting, padding: float) -> Panel:
    """Tinted; with a bar at the left for the key message; white in a frame for a caution."""
    style = setting.style

    def paint(canvas: TaggedCanvas, area: Area) -> None:
        left, foot, _, height = area
        with canvas.artifact():
            if tone == "caution":
                canvas.setStrokeColor(colour(style.ink))
                canvas.setLineWidth(1.2)
                canvas.rect(*area)
                return
            canvas.setFillColor(colour(style.tint))
            canvas.rect(*area, stroke=0, fill=1)
            if tone == "key":
                canvas.setFillColor(colour(style.heading))
                canvas.rect(left, foot, 4, height, stroke=0, fill=1)

    return Panel(setting.left, setting.width, padding, paint)


def quote_panel(setting: Setting) -> Panel:
    """A rule at the left."""

    def paint(canvas: TaggedCanvas, area: Area) -> None:
        left, foot, _, height = area
        with canvas.artifact():
            canvas.setFillColor(colour(setting.style.rule))
            canvas.rect(left, foot, 2, height, stroke=0, fill=1)

    return Panel(setting.left, setting.width, 0.0, paint)
