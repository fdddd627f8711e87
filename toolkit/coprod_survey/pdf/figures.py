"""Charts as strips, each with its text alternative and the table of its numbers."""

from __future__ import annotations

from coprod_survey.pdf.blocks import Figure
from coprod_survey.pdf.canvas import TaggedCanvas
from coprod_survey.pdf.errors import PdfError
from coprod_survey.pdf.strips import Strip
from coprod_survey.pdf.text import plain
from coprod_survey.pdf.typeset import Setting, colour


def figure_strip(figure: Figure, setting: Setting) -> Strip:
    """The chart alone, glued to what follows: its table, or the line that says where it is.

    Raises:
        PdfError: the chart is wider than the text.
    """
    if figure.width > setting.width + 0.5:
        raise PdfError(
            f"The figure with the table “{plain(figure.table.caption)}” is {figure.width:g} points "
            f"wide, and the text {setting.width:g}."
        )
    node = setting.node.add("Figure", alt=figure.alt)

    def paint(canvas: TaggedCanvas, top: float) -> None:
        left, foot = setting.left, top - figure.height
        area = canvas.on_page((left, foot, left + figure.width, top))
        edges = " ".join(f"{edge:.2f}" for edge in area)
        node.attributes = f"<</O/Layout/Placement/Block/BBox[{edges}]>>"
        with canvas.tagged(node):
            canvas.saveState()
            canvas.translate(left, foot)
            canvas.setFillColor(colour(setting.style.ink))
            canvas.setStrokeColor(colour(setting.style.ink))
            canvas.setLineWidth(1)
            figure.paint(canvas, setting.fonts)
            canvas.restoreState()

    gap = setting.style.gap
    return Strip(figure.height, paint, what="figure", before=gap, after=gap, glued=True)
