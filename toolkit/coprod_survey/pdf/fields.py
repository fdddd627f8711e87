"""Fields to fill in on a screen, as strips: their words, their frames, and what is in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from coprod_survey.pdf.acroform import RadioGroup, check_box, text_box
from coprod_survey.pdf.answers import CheckField, RadioField, Rectangle, Shape, TextField
from coprod_survey.pdf.canvas import TaggedCanvas
from coprod_survey.pdf.errors import PdfError
from coprod_survey.pdf.inline import Inline
from coprod_survey.pdf.paper import draw_shape, indent, label_strips
from coprod_survey.pdf.strips import Strip, glue, hold, spaced
from coprod_survey.pdf.text import Line, break_lines, plain
from coprod_survey.pdf.typeset import Setting, baseline, colour, text_strips

_PADDING = 4.0
_INSET = 2.0
"""How far a field stays off its frame, as programs that fill it write at its very edge."""
_WIDEST = 0.75
"""The width that a field leaves for each character, as a share of the size of its type."""


def radio_strips(block: RadioField, setting: Setting) -> list[Strip]:
    """The question, and a list of its answers, each after its button."""
    gap = setting.style.gap
    group = RadioGroup(block.name, plain(block.label), block.value)
    strips = spaced(label_strips(block.label, setting), 0.0, gap * 0.6)
    answers = setting.node.add("L", "<</O/List/ListNumbering/Circle>>")
    for value, words in block.options:
        strips += _option_strips(group, value, words, replace(setting, node=answers))
    return spaced(hold(strips), gap * 1.5, gap * 2)


def _option_strips(group: RadioGroup, value: str, words: Inline, setting: Setting) -> list[Strip]:
    item = setting.node.add("LI")
    form, body = item.add("Lbl").add("Form"), item.add("LBody")

    def button(canvas: TaggedCanvas, area: Rectangle) -> None:
        group.button(canvas, form, area, value, plain(words))

    return _marked_strips(words, setting.narrowed(body, indent(setting)), "circle", button)


def check_strips(block: CheckField, setting: Setting) -> list[Strip]:
    """A box, and its words after it."""
    node = setting.node.add("P")
    form = node.add("Form")
    tip = block.tip or plain(block.label)

    def box(canvas: TaggedCanvas, area: Rectangle) -> None:
        check_box(canvas, form, area, block.name, tip, checked=block.checked)

    inner = setting.narrowed(node, indent(setting))
    return glue(_marked_strips(block.label, inner, "square", box))


def _marked_strips(
    words: Inline, inner: Setting, shape: Shape, field: Callable[[TaggedCanvas, Rectangle], None]
) -> list[Strip]:
    """The words, with a shape before their first line and a field in it."""
    style = inner.style
    first, *rest = text_strips(words, style.body, inner, inner.node)
    left, side = inner.left - indent(inner), style.mark

    def paint(canvas: TaggedCanvas, top: float) -> None:
        middle = top - style.body.leading / 2
        draw_shape(canvas, shape, left, middle, inner)
        field(canvas, (left, middle - side / 2, left + side, middle + side / 2))
        first.paint(canvas, top)

    return spaced([replace(first, paint=paint), *rest], 0.0, style.gap * 0.8)


def text_field_strips(block: TextField, setting: Setting) -> list[Strip]:
    """The label, and a frame under it to type in.

    Raises:
        PdfError: the value needs more lines than there are.
    """
    style = setting.style
    strips = label_strips(block.label, setting)
    form = setting.node.add("Form")
    leading = style.body.leading
    height = style.writing if block.lines == 1 else block.lines * leading + 2 * _PADDING
    width = min(setting.measure, _width(block, setting))
    lines = _value_lines(block, setting, width - 2 * _PADDING)

    def paint(canvas: TaggedCanvas, top: float) -> None:
        left, foot = setting.left, top - height
        with canvas.artifact():
            canvas.setStrokeColor(colour(style.ink))
            canvas.setLineWidth(0.8)
            canvas.rect(left, foot, width, height)
        area = (left + _INSET, foot, left + width - _INSET, top)
        first = height - max(_PADDING, (height - leading) / 2 if block.lines == 1 else 0.0)
        shown = _value_code(canvas, lines, first, setting)
        text_box(canvas, form, area, block, block.tip or plain(block.label), shown)

    frame = Strip(height, paint, what="text field", before=style.gap * 0.3)
    return spaced(hold([*strips, frame]), style.gap * 1.5, style.gap * 2)


def _width(block: TextField, setting: Setting) -> float:
    if block.most is None or block.lines > 1:
        return setting.measure
    return block.most * setting.style.body.size * _WIDEST + 4 * _PADDING


def _value_lines(block: TextField, setting: Setting, width: float) -> list[Line]:
    style, fonts = setting.style, setting.fonts
    lines = [
        line
        for part in block.value.split("\n")
        for line in break_lines(part, style.body, fonts, width) or (Line((), 0.0),)
    ]
    if len(lines) > block.lines:
        raise PdfError(
            f"The value of the field “{block.name}” needs {len(lines)} lines; it has {block.lines}."
        )
    return lines if block.value else []


def _value_code(canvas: TaggedCanvas, lines: list[Line], top: float, setting: Setting) -> str:
    """Draws the value of a field in the picture of the field."""
    if not lines:
        return ""
    kind = setting.style.body
    text = canvas.beginText()
    text.setFillColor(colour(setting.style.ink))
    for number, line in enumerate(lines):
        text.setTextOrigin(_PADDING - _INSET, baseline(top - number * kind.leading, kind))
        for run in line.runs:
            text.setFont(run.face, kind.size)
            text.textOut(run.text)
    return f"q {text.getCode()} Q"
