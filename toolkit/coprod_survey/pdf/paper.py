"""What is filled in by hand, as strips: answers to mark, lines and boxes to write in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from coprod_survey.pdf.answers import AnswerBoxes, AnswerLines, ChoiceList, Key, Shape
from coprod_survey.pdf.canvas import TaggedCanvas
from coprod_survey.pdf.inline import Inline
from coprod_survey.pdf.strips import Strip, hold, spaced
from coprod_survey.pdf.text import break_lines, extent, plain
from coprod_survey.pdf.tree import Node
from coprod_survey.pdf.typeset import Setting, colour, text_strips


def choice_strips(block: ChoiceList, setting: Setting) -> list[Strip]:
    """Answers, each with a shape to mark; kept on one page where they can be."""
    node = setting.node.add("L", f"<</O/List/ListNumbering/{block.shape.capitalize()}>>")
    if block.side_by_side and _fit_in_a_row(block.items, setting):
        strips = [_row_of_choices(block, setting, node)]
    else:
        strips = [strip for choice in _choices(block) for strip in _choice(choice, setting, node)]
    return spaced(hold(strips), setting.style.gap * 0.5, setting.style.gap * 2)


def indent(setting: Setting) -> float:
    """The room a shape to mark takes before its words."""
    return setting.style.mark * 1.5


@dataclass(frozen=True, slots=True)
class _Choice:
    """An answer to mark."""

    text: Inline
    shape: Shape
    key: Key | None


def _choices(block: ChoiceList) -> list[_Choice]:
    keys = block.keys or (None,) * len(block.items)
    pairs = zip(block.items, keys, strict=True)
    return [_Choice(text, block.shape, key) for text, key in pairs]


def _choice(choice: _Choice, setting: Setting, node: Node) -> list[Strip]:
    body = node.add("LI").add("LBody")
    inner = setting.narrowed(body, indent(setting))
    strips = text_strips(choice.text, setting.style.body, inner, body)
    strips[0] = _marked(strips[0], choice, setting)
    return spaced(strips, 0.0, setting.style.gap * 0.8)


def _marked(strip: Strip, choice: _Choice, setting: Setting) -> Strip:
    left, side = setting.left, setting.style.mark

    def paint(canvas: TaggedCanvas, top: float) -> None:
        middle = top - setting.style.body.leading / 2
        draw_shape(canvas, choice.shape, left, middle, setting)
        if choice.key:
            area = (left, middle - side / 2, left + side, middle + side / 2)
            canvas.answer_at(choice.key, area, choice.shape)
        strip.paint(canvas, top)

    return replace(strip, paint=paint)


def draw_shape(
    canvas: TaggedCanvas, shape: Shape, x: float, middle: float, setting: Setting
) -> None:
    """An empty circle or square to mark, an artifact: on paper it has nothing to say."""
    side = setting.style.mark
    with canvas.artifact():
        canvas.setStrokeColor(colour(setting.style.ink))
        canvas.setLineWidth(0.9)
        if shape == "circle":
            canvas.circle(x + side / 2, middle, side / 2)
        else:
            canvas.rect(x, middle - side / 2, side, side)


def _column(items: Sequence[Inline], setting: Setting) -> float:
    return setting.width / len(items)


def _fit_in_a_row(items: Sequence[Inline], setting: Setting) -> bool:
    room = _column(items, setting) - indent(setting) - setting.style.body.size
    kind, fonts = setting.style.body, setting.fonts
    return all(
        extent(item, kind, fonts)[0] <= room and len(break_lines(item, kind, fonts, room)) <= 3
        for item in items
    )


def _row_of_choices(block: ChoiceList, setting: Setting, node: Node) -> Strip:
    width = _column(block.items, setting)
    columns: list[list[Strip]] = []
    for place, choice in enumerate(_choices(block)):
        spare = setting.width - (place + 1) * width + setting.style.body.size
        column = setting.narrowed(node, place * width, spare)
        columns.append(_choice(choice, column, node))
    leading = setting.style.body.leading

    def paint(canvas: TaggedCanvas, top: float) -> None:
        for column in columns:
            for row, strip in enumerate(column):
                strip.paint(canvas, top - row * leading)

    return Strip(leading * max(map(len, columns)), paint)


def answer_line_strips(block: AnswerLines, setting: Setting) -> list[Strip]:
    """A label and ruled lines under it."""
    style = setting.style

    def paint(canvas: TaggedCanvas, top: float) -> None:
        if block.item:
            area = (setting.left, top - style.writing, setting.left + setting.width, top)
            canvas.answer_at((block.item, ""), area, "lines")
        with canvas.artifact():
            canvas.setStrokeColor(colour(style.rule))
            canvas.setLineWidth(0.8)
            foot = top - style.writing
            canvas.line(setting.left, foot, setting.left + setting.width, foot)

    lines = [Strip(style.writing, paint, what="line to write on")] * block.count
    return spaced(hold(label_strips(block.label, setting) + lines), 0.0, style.gap * 2)


def label_strips(label: Inline, setting: Setting) -> list[Strip]:
    """The words above a place to answer; none where there are none."""
    if not plain(label):
        return []
    return text_strips(label, setting.style.body, setting, setting.node.add("P"))


def answer_box_strips(block: AnswerBoxes, setting: Setting) -> list[Strip]:
    """A label and a row of boxes beside it, or under it where it is long."""
    style = setting.style
    boxes = block.count * style.writing
    label_width = extent(block.label, style.body, setting.fonts)[1]
    offset = label_width + style.body.size if label_width else 0.0
    beside = offset + boxes <= setting.width and label_width <= setting.measure
    label = label_strips(block.label, setting)
    drop = (style.writing - style.body.leading) / 2

    def paint(canvas: TaggedCanvas, top: float) -> None:
        if beside:
            for strip in label:
                strip.paint(canvas, top - drop)
        _draw_boxes(canvas, setting.left + (offset if beside else 0.0), top, block, setting)

    row = Strip(style.writing, paint, before=style.gap * 0.5)
    return spaced(hold([row] if beside else [*label, row]), 0.0, style.gap * 2)


def _draw_boxes(
    canvas: TaggedCanvas, x: float, top: float, block: AnswerBoxes, setting: Setting
) -> None:
    side = setting.style.writing
    with canvas.artifact():
        canvas.setStrokeColor(colour(setting.style.ink))
        canvas.setLineWidth(0.8)
        for place in range(block.count):
            canvas.rect(x + place * side, top - side, side, side)
    for place, key in enumerate(block.keys):
        left = x + place * side
        canvas.answer_at(key, (left, top - side, left + side, top), "square")
