"""Returns of a survey, read from files: one table of what can be read, a module for each source.

A new source is a module that turns a file into a Sheet of text, and a line in READERS; what the
text means is told by the bank, the same for all sources.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from coprod_survey.errors import ReturnsError
from coprod_survey.model.bank import Bank
from coprod_survey.model.problem import Problem
from coprod_survey.model.returns import Returns
from coprod_survey.returns.assemble import from_sheet, joined
from coprod_survey.returns.csv import read_csv
from coprod_survey.returns.sheet import unusable
from coprod_survey.returns.store import from_parquet

Read = Callable[[Path, Bank], Returns]
"""Reads one file. Raises ReturnsError when none of it can be used."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A source: its name, the endings of its files in small letters, and what it is."""

    name: str
    suffixes: tuple[str, ...]
    summary: str
    read: Read


def _read_csv(path: Path, bank: Bank) -> Returns:
    return from_sheet(read_csv(path), bank)


READERS: tuple[Reader, ...] = (
    Reader(
        "csv",
        (".csv", ".tsv", ".txt"),
        "a table as text, a row for each person, answers as codes or labels",
        _read_csv,
    ),
    Reader(
        "parquet",
        (".parquet",),
        "returns that coprod-survey has read before",
        from_parquet,
    ),
)


def read_returns(paths: Iterable[Path], bank: Bank) -> Returns:
    """The returns in some files, as one.

    Rows and cells that cannot be used are set aside with the reason, and everything else is kept.
    Raises ReturnsError with the problems of every file that cannot be read at all, and
    MismatchError for a Parquet file of another questionnaire.
    """
    parts: list[Returns] = []
    problems: list[Problem] = []
    for path in paths:
        try:
            parts.append(_reader_of(path).read(path, bank))
        except ReturnsError as error:
            problems += error.problems
    if problems:
        raise ReturnsError(problems)
    if not parts:
        hint = "Name the files that hold the answers, such as returns/*.csv."
        raise unusable("returns", "files-missing", "there must be a file to read", hint)
    return joined(parts)


def _reader_of(path: Path) -> Reader:
    if not path.is_file():
        hint = "Check the spelling of its name and of its folder."
        raise unusable(str(path), "file-missing", "there must be a file of this name", hint)
    for reader in READERS:
        if path.suffix.lower() in reader.suffixes:
            return reader
    endings = ", ".join(suffix for reader in READERS for suffix in reader.suffixes)
    message = f'the name of the file must end in one of {endings}, not "{path.suffix}"'
    hint = 'Save a workbook as "CSV UTF-8 (comma delimited)".'
    raise unusable(str(path), "source-unknown", message, hint)
