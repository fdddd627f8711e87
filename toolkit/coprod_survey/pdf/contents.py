"""The table of contents: a line for each heading, led by dots to its page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coprod_survey.pdf.blocks import Contents
from coprod_survey.pdf.canvas import TaggedCanvas
from coprod_survey.pdf.inline import Span
from coprod_survey.pdf.outline import Entry
from coprod_survey.pdf.strips import Strip, spaced
from coprod_survey.pdf.text import Run, break_lines
from coprod_survey.pdf.tree import Node
from coprod_survey.pdf.typeset import Ink, Setting, baseline, colour, draw_line, show, text_strips


def contents_strips(block: Contents, entries: Sequence[Entry], setting: Setting) -> list[Strip]:
    """The title, then an entry for each heading; lower levels are nested in the structure."""
    style = setting.style
    shown = [entry for entry in entries if entry.level <= block.depth]
    toc = setting.node.add("TOC")
    strips = text_strips(block.title, style.headings[2], setting, toc.add("Caption"), style.heading)
    strips = [replace(strip, glued=True) for strip in spaced(strips, style.gap, style.gap * 0.5)]
    first = min((entry.level for entry in shown), default=1)
    nests = [toc]
    for entry in shown:
        depth = entry.level - first
        while len(nests) <= depth:
            nests.append(nests[-1].add("TOC"))
        del nests[depth + 1 :]
        reference = nests[-1].add("TOCI").add("Reference")
        strips += _entry_strips(entry, reference, setting, depth)
    return spaced(strips, style.gap, style.gap * 2)


def _entry_strips(entry: Entry, node: Node, setting: Setting, depth: int) -> list[Strip]:
    """An entry's lines; the last carries the dots and the page number, inside the same link."""
    style = setting.style
    kind = style.body
    ink = Ink(kind, style.ink, style.ink)
    indent, room = depth * kind.size * 1.4, setting.measure - kind.size * 3
    link = (Span(entry.text + " ", link="#" + entry.anchor),)
    lines = break_lines(link, kind, setting.fonts, room - indent)
    owner = lines[-1].runs[-1].owner
    left, right = setting.left + indent, setting.left + setting.measure

    def strip(number: int) -> Strip:
        line, is_last = lines[number], number == len(lines) - 1

        def paint(canvas: TaggedCanvas, top: float) -> None:
            y = baseline(top, kind)
            draw_line(canvas, line, (left, y), ink, node)
            if is_last and owner is not None:
                page = str(setting.page_of[entry.anchor] + 1)
                start = right - setting.fonts.width(page, kind.size)
                _dots(canvas, left + line.width + 6, start - 6, y, setting)
                with canvas.tagged(owner.node):
                    show(canvas, [Run(page, setting.fonts.regular, None)], (start, y), ink)

        return Strip(kind.leading, paint, glued=not is_last)

    return [strip(number) for number in range(len(lines))]


def _dots(canvas: TaggedCanvas, left: float, right: float, y: float, setting: Setting) -> None:
    if left >= right:
        return
    with canvas.artifact():
        canvas.saveState()
        canvas.setStrokeColor(colour(setting.style.rule))
        canvas.setLineWidth(0.8)
        canvas.setLineCap(1)
        canvas.setDash([0, 4], left % 4)
        canvas.line(left, y, right, y)
        canvas.restoreState()
