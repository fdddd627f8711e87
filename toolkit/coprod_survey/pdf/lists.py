"""Lists as strips: bullets and numbers, and lists inside them."""

from __future__ import annotations

from dataclasses import replace

from coprod_survey.pdf.blocks import BulletList, ListItem, NumberedList, parted
from coprod_survey.pdf.canvas import TaggedCanvas
from coprod_survey.pdf.strips import Strip, spaced
from coprod_survey.pdf.text import break_lines
from coprod_survey.pdf.tree import Node
from coprod_survey.pdf.typeset import Ink, Setting, baseline, draw_line, text_strips

_BULLETS = ("•", "–")


def list_strips(block: BulletList | NumberedList, setting: Setting, depth: int = 0) -> list[Strip]:
    """A list, its labels hanging to the left of the text."""
    style = setting.style
    if isinstance(block, NumberedList):
        numbering, labels = "Decimal", [f"{block.start + n}." for n in range(len(block.items))]
    else:
        numbering, labels = "Disc", [_BULLETS[depth % 2]] * len(block.items)
    node = setting.node.add("L", f"<</O/List/ListNumbering/{numbering}>>")
    widest = max(setting.fonts.width(label, style.body.size) for label in labels)
    indent = max(widest + style.body.size * 0.6, style.body.size * 1.3)
    strips: list[Strip] = []
    for label, item in zip(labels, block.items, strict=True):
        strips += _item_strips(label, item, node.add("LI"), setting, indent, depth)
    return spaced(strips, 0.0, style.gap)


def _item_strips(
    label: str, item: ListItem, node: Node, setting: Setting, indent: float, depth: int
) -> list[Strip]:
    text, nested = parted(item)
    label_node, body = node.add("Lbl"), node.add("LBody")
    inner = setting.narrowed(body, indent)
    strips = text_strips(text, setting.style.body, inner, body.add("P") if nested else body)
    strips[0] = _labelled(strips[0], label, label_node, setting)
    strips = spaced(strips, 0.0, setting.style.gap * 0.5)
    if nested:
        strips += list_strips(nested, inner, depth + 1)
    return strips


def _labelled(strip: Strip, label: str, node: Node, setting: Setting) -> Strip:
    kind = setting.style.body
    ink = Ink(kind, setting.style.ink, setting.style.link)
    (line,) = break_lines(label + " ", kind, setting.fonts, float("inf"))

    def paint(canvas: TaggedCanvas, top: float) -> None:
        draw_line(canvas, line, (setting.left, baseline(top, kind)), ink, node)
        strip.paint(canvas, top)

    return replace(strip, paint=paint)
