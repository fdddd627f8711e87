"""Inline text to lines: where it breaks, how wide it is, and which element each run belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from unicodedata import normalize

from coprod_survey.pdf.fonts import Fonts, text_width
from coprod_survey.pdf.inline import Inline, Span
from coprod_survey.pdf.style import Type
from coprod_survey.pdf.tree import Node

_BLANKS = re.compile(r"[ \t\r\n]+")
_HYPHENS = "-–—/"
_TOKENS = re.compile(rf"[^ ]*?[^\W\d_][{_HYPHENS}](?=[^\W\d_])|[^ ]+ ?| ")
"""Up to a hyphen between letters, or a word with its blank. `co-` `operation`, but not `2-4`."""
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b"))
_UNBREAKABLE = str.maketrans({"\u2011": "-", "\u202f": "\xa0"})


class Run(NamedTuple):
    """Text in one face that belongs to one element; `owner` is None for the paragraph's own."""

    text: str
    face: str
    owner: Owner | None


@dataclass(frozen=True, slots=True, eq=False)
class Owner:
    """A link or a stretch in another language, which may run over several lines."""

    node: Node
    target: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its runs, and its width without a blank at the end."""

    runs: tuple[Run, ...]
    width: float


@dataclass(slots=True)
class _Word:
    """What may not be parted: a word, which may change its face inside.

    Widths are at a size of one point; `bare` leaves a blank at the end out.
    """

    runs: list[Run] = field(default_factory=list)
    width: float = 0.0
    bare: float = 0.0
    closed: bool = False

    def add(self, run: Run) -> None:
        self.runs.append(run)
        self.bare = self.width + text_width(run.text.rstrip(" "), run.face)
        self.width += text_width(run.text, run.face)


def spans(text: Inline) -> tuple[Span, ...]:
    """The text as spans only: blanks collapsed, letters composed, hints to break a word dropped."""
    parts = (text,) if isinstance(text, str) else text
    return tuple(_tidy(Span(part) if isinstance(part, str) else part) for part in parts)


def _tidy(span: Span) -> Span:
    text = normalize("NFC", _BLANKS.sub(" ", span.text.translate(_INVISIBLE)))
    return Span(text, span.bold, span.italic, span.link, span.language)


def plain(text: Inline) -> str:
    """The text without its spans."""
    return _BLANKS.sub(" ", "".join(span.text for span in spans(text))).strip(" ")


def _owner(span: Span) -> Owner | None:
    if span.link is None and span.language is None:
        return None
    node = Node("Span" if span.link is None else "Link", language=span.language or "")
    return Owner(node, span.link, span.text.strip(" "))


def _words(text: Inline, kind: Type, fonts: Fonts) -> list[_Word]:
    words: list[_Word] = []
    for span in spans(text):
        face = fonts.face(kind.bold or span.bold, kind.italic or span.italic)
        owner = _owner(span)
        for token in _TOKENS.finditer(span.text):
            run = Run(token[0].translate(_UNBREAKABLE), face, owner)
            _put(words, run, at_end=token.end() == len(span.text))
    return words


def _put(words: list[_Word], run: Run, at_end: bool) -> None:
    """Adds a run to the open word, or opens one; drops a blank after a blank or at the start."""
    if not words or words[-1].closed:
        if run.text == " ":
            return
        words.append(_Word())
    words[-1].add(run)
    words[-1].closed = run.text.endswith(" ") or not at_end


def break_lines(text: Inline, kind: Type, fonts: Fonts, width: float) -> tuple[Line, ...]:
    """The lines of the text at a width, filled first to last; a word too long is cut."""
    room = width / kind.size
    lines: list[list[_Word]] = [[]]
    used = 0.0
    for word in _fitting(_words(text, kind, fonts), room):
        if lines[-1] and used + word.bare > room + 1e-6:
            lines.append([])
            used = 0.0
        lines[-1].append(word)
        used += word.width
    return tuple(_line(words, kind.size) for words in lines if words)


def _fitting(words: list[_Word], room: float) -> Iterator[_Word]:
    for word in words:
        if word.bare <= room:
            yield word
        else:
            yield from _cut(word, room)


def _cut(word: _Word, room: float) -> Iterator[_Word]:
    """A word wider than a line in pieces that are not: a long web address, say."""
    piece = _Word()
    for run in word.runs:
        for letter in run.text:
            if piece.runs and letter != " " and piece.width + text_width(letter, run.face) > room:
                yield piece
                piece = _Word()
            piece.add(Run(letter, run.face, run.owner))
    yield piece


def _line(words: list[_Word], size: float) -> Line:
    runs: list[Run] = []
    for run in (run for word in words for run in word.runs):
        if runs and runs[-1].face == run.face and runs[-1].owner is run.owner:
            runs[-1] = runs[-1]._replace(text=runs[-1].text + run.text)
        else:
            runs.append(run)
    bare = sum(word.width for word in words[:-1]) + words[-1].bare
    return Line(tuple(runs), bare * size)


def extent(text: Inline, kind: Type, fonts: Fonts) -> tuple[float, float]:
    """The width of the longest word, and that of the text on one line."""
    words = _words(text, kind, fonts)
    if not words:
        return 0.0, 0.0
    longest = max(word.bare for word in words)
    whole = sum(word.width for word in words[:-1]) + words[-1].bare
    return longest * kind.size, whole * kind.size
