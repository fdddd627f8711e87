"""Cells → codes: what each answer written in a column stands for, before any rule is applied."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

import numpy as np

from coprod_survey.model.instrument import Option
from coprod_survey.model.returns import Codes
from coprod_survey.model.variable import Variable
from coprod_survey.returns.sheet import Mask, TextColumn

BLANK: Final = -100
UNREADABLE: Final = -101
"""Codes of cells that hold no answer; they never leave the reading of a file."""

NOT_TICKED: Final = 1
TICKED: Final = 2

# As they are once folded.
NO_WORDS = ("0", "no", "n", "false", "unticked", "notticked", "unchecked", "notselected")
YES_WORDS = ("1", "yes", "y", "true", "x", "✓", "✔", "ticked", "checked", "selected")

Lexicon = Mapping[str, int]
"""What may be written in a cell, as `folded`, and the code it stands for."""


def choices(variable: Variable) -> Lexicon:
    """The answers of a variable by code and by label. A code goes before a label like it.

    Labels that differ only in punctuation, such as "under 5" and "under -5", are left out.
    """
    coded = [(option, place) for place, option in enumerate(variable.points, 1)]
    coded += variable.absences
    return _by_label(coded) | {option.code: code for option, code in coded}


def ticks(option: Option | None) -> Lexicon:
    """What may stand in the column of an option: ticked or not, or the option's own label."""
    label = {folded(option.label): TICKED} if option and option.label else {}
    return label | dict.fromkeys(NO_WORDS, NOT_TICKED) | dict.fromkeys(YES_WORDS, TICKED)


def codes_of(column: TextColumn, lexicon: Lexicon) -> Codes:
    """The code of every row: BLANK where it is empty, UNREADABLE where it is not in the lexicon."""
    by_text = np.array([_code(text, lexicon) for text in column.texts], dtype=np.int8)
    return by_text.take(column.index)


def is_ticked(column: TextColumn) -> Mask:
    """The rows of a column that say yes."""
    return np.equal(codes_of(column, ticks(None)), TICKED)


def folded(text: str) -> str:
    """A text without what people and programs change in passing.

    Case, spaces, dashes, apostrophes, and the ".0" a spreadsheet gives a number. "1–2" does not
    become 12, and what would be left of "(3)" is not the number 3, so such a text keeps its signs.
    """
    if number := re.fullmatch(r"([+-]?)([0-9]+)(?:[.,]0*)?", text):
        sign, digits = number.groups()
        return f"{'-' if sign == '-' else ''}{digits.lstrip('0') or '0'}"
    plain = re.sub(r"['’‘ʼ`´]", "", unicodedata.normalize("NFC", text).casefold())
    words = " ".join(re.findall(r"[^\W_]+", plain))
    closed = re.sub(r"(?<![0-9]) | (?![0-9])", "", words)
    return plain if closed.isdigit() or not closed else closed


def _by_label(coded: Iterable[tuple[Option, int]]) -> dict[str, int]:
    labels = [(folded(option.label), code) for option, code in coded if option.label]
    counts = Counter(label for label, _ in labels)
    return {label: code for label, code in labels if counts[label] == 1}


def _code(text: str, lexicon: Lexicon) -> int:
    if not text:
        return BLANK
    return lexicon.get(text, lexicon.get(folded(text), UNREADABLE))
