"""Text as it stands in a block: a string, or strings and spans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of text that is set apart: stressed, a link, or in another language."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str | None = None
    language: str | None = None


Inline: TypeAlias = str | tuple[Span | str, ...]
