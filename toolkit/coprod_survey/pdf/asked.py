"""What can be wrong with the places to answer in a document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from coprod_survey.pdf.answers import (
    AnswerBoxes,
    AnswerLines,
    CheckField,
    ChoiceList,
    Key,
    RadioField,
    TextField,
)
from coprod_survey.pdf.errors import PdfError
from coprod_survey.pdf.text import plain

_NAME = re.compile(r"[A-Za-z0-9_-]+")
_OFF = "Off"
"""What a field is read back as where nothing is marked."""


def check_answers(blocks: Iterable[Any]) -> None:
    """Refuses fields and keys that could not be told apart, named or read back.

    Raises:
        PdfError: a name, a value or a key is not usable or is there twice, words are missing, or
            a value is not one that its field can have.
    """
    known: set[str | Key] = set()
    for block in blocks:
        if isinstance(block, RadioField | CheckField | TextField):
            _check_field(block)
        for name in _names(block):
            if name in known:
                raise PdfError(f"Two places to answer are named {_quoted(name)}.")
            known.add(name)


def _names(block: Any) -> Iterator[str | Key]:
    match block:
        case RadioField(name=name) | CheckField(name=name) | TextField(name=name):
            yield name
        case ChoiceList(keys=keys, items=items):
            yield from _complete(keys, len(items))
        case AnswerBoxes(keys=keys, count=count):
            yield from _complete(keys, count)
        case AnswerLines(item=item) if item:
            yield item, ""
        case _:
            pass


def _complete(keys: tuple[Key, ...], count: int) -> tuple[Key, ...]:
    if len(keys) not in {0, count}:
        raise PdfError(f"{count} answers to mark have {len(keys)} keys; give as many, or none.")
    return keys


def _quoted(name: str | Key) -> str:
    return f"“{name}”" if isinstance(name, str) else f"“{' '.join(name).strip()}”"


def _check_field(field: RadioField | CheckField | TextField) -> None:
    _check_name(field.name, "name")
    if not plain(field.label) and not getattr(field, "tip", ""):
        raise PdfError(f"The field “{field.name}” has no words that say what it asks.")
    if isinstance(field, RadioField):
        _check_options(field)
    if isinstance(field, TextField):
        _check_text(field)


def _check_name(name: str, what: str) -> None:
    if not _NAME.fullmatch(name):
        raise PdfError(
            f"A field cannot have the {what} “{name}”; use letters of English, digits, - and _."
        )


def _check_options(field: RadioField) -> None:
    values = [value for value, _ in field.options]
    for value in values:
        _check_name(value, "value")
    if not values or len(set(values)) < len(values) or _OFF in values:
        raise PdfError(f"The field “{field.name}” needs options with different values, none “Off”.")
    if not all(plain(words) for _, words in field.options):
        raise PdfError(f"The field “{field.name}” has an option without words.")
    if field.value and field.value not in values:
        raise PdfError(f"The field “{field.name}” has no option “{field.value}”.")


def _check_text(field: TextField) -> None:
    if field.lines < 1 or (field.most is not None and field.most < 1):
        raise PdfError(f"The field “{field.name}” must have room for a line and a character.")
    if field.most is not None and len(field.value) > field.most:
        raise PdfError(f"The value of the field “{field.name}” is longer than {field.most}.")
