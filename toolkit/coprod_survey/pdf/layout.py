"""Blocks to strips: what each kind of block looks like and where it goes in the structure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import assert_never

from coprod_survey.pdf.answers import (
    AnswerBoxes,
    AnswerLines,
    CheckField,
    ChoiceList,
    RadioField,
    TextField,
)
from coprod_survey.pdf.blocks import (
    Block,
    Box,
    BulletList,
    Columns,
    Contents,
    Figure,
    Heading,
    KeepTogether,
    Note,
    NumberedList,
    PageBreak,
    Paragraph,
    Quote,
    Section,
    Table,
)
from coprod_survey.pdf.canvas import TaggedCanvas
from coprod_survey.pdf.contents import contents_strips
from coprod_survey.pdf.fields import check_strips, radio_strips, text_field_strips
from coprod_survey.pdf.figures import figure_strip
from coprod_survey.pdf.inline import Inline, Span
from coprod_survey.pdf.lists import list_strips
from coprod_survey.pdf.outline import Entry
from coprod_survey.pdf.panels import box_panel, quote_panel
from coprod_survey.pdf.paper import answer_box_strips, answer_line_strips, choice_strips
from coprod_survey.pdf.strips import Flow, Strip, hold, spaced
from coprod_survey.pdf.tables import table_strips
from coprod_survey.pdf.text import break_lines
from coprod_survey.pdf.typeset import Ink, Setting, baseline, draw_line, text_strips


class Layout:
    """Turns blocks into strips, in order; counts headings and notes, and gathers late tables."""

    def __init__(self, entries: Sequence[Entry], tables_heading: str, table_label: str) -> None:
        self._entries = entries
        self._tables_heading = tables_heading
        self._table_label = table_label
        self._headings = 0
        self._notes = 0
        self._late: list[tuple[str, Table]] = []

    def document(self, blocks: Iterable[Block], setting: Setting) -> list[Strip]:
        """Every block, then the tables of the figures that did not want theirs beside them."""
        strips = self._all(blocks, setting)
        if self._late:
            strips += self._heading(self._tables_heading, setting)
            for anchor, table in self._late:
                strips += table_strips(table, setting, anchor)
        return strips

    def _all(self, blocks: Iterable[Block], setting: Setting) -> list[Strip]:
        return [strip for block in blocks for strip in self._block(block, setting)]

    def _block(  # noqa: C901, PLR0911, PLR0912  (one case for each kind of block)
        self, block: Block, setting: Setting
    ) -> list[Strip]:
        match block:
            case Heading(text=text):
                return self._heading(text, setting)
            case Paragraph():
                return _paragraph(block, setting)
            case BulletList() | NumberedList():
                return list_strips(block, setting)
            case Quote():
                return _quote(block, setting)
            case Note():
                return self._note(block, setting)
            case Box():
                return self._box(block, setting)
            case Table():
                return table_strips(block, setting)
            case Figure():
                return self._figure(block, setting)
            case Contents():
                return contents_strips(block, self._entries[self._headings :], setting)
            case ChoiceList():
                return choice_strips(block, setting)
            case AnswerLines():
                return answer_line_strips(block, setting)
            case AnswerBoxes():
                return answer_box_strips(block, setting)
            case RadioField():
                return radio_strips(block, setting)
            case CheckField():
                return check_strips(block, setting)
            case TextField():
                return text_field_strips(block, setting)
            case Section(blocks=blocks):
                return self._all(blocks, replace(setting, node=setting.node.add("Sect")))
            case Columns():
                return self._columns(block, setting)
            case KeepTogether(blocks=blocks):
                return hold(self._all(blocks, setting))
            case PageBreak():
                return [Strip(0.0, _paint_nothing, breaks=True)]
            case _:
                assert_never(block)

    def _heading(self, text: Inline, setting: Setting) -> list[Strip]:
        entry = self._entries[self._headings]
        self._headings += 1
        style = setting.style
        kind = style.headings[min(entry.level, len(style.headings)) - 1]
        node = setting.node.add(f"H{entry.level}")
        strips = text_strips(text, kind, setting, node, style.heading, setting.width)
        first = strips[0]

        def paint(canvas: TaggedCanvas, top: float) -> None:
            canvas.addOutlineEntry(entry.text, entry.anchor, entry.level - 1)
            first.paint(canvas, top)

        strips[0] = replace(first, paint=paint, anchor=entry.anchor)
        strips = spaced(strips, kind.leading * 0.9, kind.leading * 0.25)
        return [replace(strip, glued=True) for strip in strips]

    def _note(self, block: Note, setting: Setting) -> list[Strip]:
        """A note needs an identifier of its own (ISO 14289-1, 7.9)."""
        self._notes += 1
        style = setting.style
        node = setting.node.add("Note", identifier=f"note.{self._notes}")
        strips = text_strips(block.text, style.small, setting, node, style.quiet)
        return spaced(strips, 0.0, style.gap)

    def _box(self, block: Box, setting: Setting) -> list[Strip]:
        padding = setting.style.body.size
        panel = box_panel(block.tone, setting, padding)
        inner = setting.narrowed(setting.node.add("Div"), padding * 1.3, padding)
        strips = hold(self._all(block.blocks, inner))
        if strips:
            strips[-1] = replace(strips[-1], after=0.0)
        gap = setting.style.gap
        return [replace(strip, panel=panel) for strip in spaced(strips, gap, gap * 1.5)]

    def _columns(self, block: Columns, setting: Setting) -> list[Strip]:
        width = (setting.width - (block.count - 1) * block.gap) / block.count
        flow = Flow(block.count, width + block.gap)
        strips = self._all(block.blocks, replace(setting, width=width))
        return [replace(strip, flow=flow) for strip in strips]

    def _figure(self, block: Figure, setting: Setting) -> list[Strip]:
        chart = figure_strip(block, setting)
        if block.table_visible:
            return [chart, *table_strips(block.table, setting)]
        anchor = f"table.{len(self._late) + 1}"
        self._late.append((anchor, block.table))
        return [chart, self._pointer(anchor, setting)]

    def _pointer(self, anchor: str, setting: Setting) -> Strip:
        """The line under a chart that leads to its table."""
        style = setting.style
        kind = style.small
        ink = Ink(kind, style.quiet, style.link)
        node = setting.node.add("P")

        def paint(canvas: TaggedCanvas, top: float) -> None:
            text = self._table_label.format(page=setting.page_of[anchor] + 1)
            link = (Span(text, link="#" + anchor),)
            (line,) = break_lines(link, kind, setting.fonts, float("inf"))
            draw_line(canvas, line, (setting.left, baseline(top, kind)), ink, node)

        return Strip(kind.leading, paint, after=style.gap * 2)


def _paint_nothing(canvas: TaggedCanvas, top: float) -> None:
    del canvas, top


def _paragraph(block: Paragraph, setting: Setting) -> list[Strip]:
    style = setting.style
    kind = {"lead": style.lead, "body": style.body}.get(block.role, style.small)
    tone = style.quiet if block.role == "quiet" else style.ink
    strips = text_strips(block.text, kind, setting, setting.node.add("P"), tone)
    return spaced(strips, 0.0, max(style.gap, kind.leading * 0.5))


def _quote(block: Quote, setting: Setting) -> list[Strip]:
    style = setting.style
    node = setting.node.add("BlockQuote")
    inner = setting.narrowed(node, style.body.size * 1.5)
    strips = text_strips(block.text, style.body, inner, node.add("P"))
    panel = quote_panel(setting)
    return [replace(strip, panel=panel) for strip in spaced(strips, style.gap, style.gap * 1.5)]
