"""What is kept of returns: Parquet, the list of what was set aside, and an account in words."""

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, astuple
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import parquet

from coprod_survey.errors import MismatchError
from coprod_survey.model.bank import Bank
from coprod_survey.model.returns import RESPONDENT_COLUMNS, FileRead, Returns, SetAside
from coprod_survey.model.variable import variables
from coprod_survey.returns.sheet import unusable

KEY = b"coprod-survey"
"""Where our account stands among a Parquet file's own notes."""

KEPT = ("survey_id", "edition", "fingerprint", "simulated", "rows_in")
READ_AGAIN = "Read the files that the answers came in once more, and write it again."

MOST_PLACES = 3
"""Places that are named for each reason; the list of what was set aside has all of them."""

MOST_NAMES = 12


def to_parquet(returns: Returns) -> bytes:
    """Returns as a Parquet file, with everything that `from_parquet` needs to give them back."""
    kept = {name: getattr(returns, name) for name in KEPT}
    kept["set_aside"] = [astuple(entry) for entry in returns.set_aside]
    kept["files"] = [asdict(file) for file in returns.files]
    notes = {KEY: json.dumps(kept).encode()}
    buffer = io.BytesIO()
    parquet.write_table(returns.table.replace_schema_metadata(notes), buffer, compression="zstd")
    return buffer.getvalue()


def from_parquet(path: Path, bank: Bank) -> Returns:
    """The returns in a Parquet file that `to_parquet` made.

    Raises ReturnsError for any other file, and MismatchError for one of another questionnaire.
    """
    try:
        with parquet.ParquetFile(path) as file:
            table = file.read()
        kept = json.loads((table.schema.metadata or {})[KEY])
        returns = _returns(table.replace_schema_metadata(None), kept)
    except (OSError, pa.ArrowException, KeyError, TypeError, ValueError) as error:
        message = "the file must be Parquet that coprod-survey wrote, and cannot be read as such"
        raise unusable(str(path), "parquet-unreadable", message, READ_AGAIN) from error
    if returns.fingerprint != bank.fingerprint:
        raise MismatchError(
            f"{path} holds answers to edition {returns.edition} of {returns.survey_id} "
            f"({returns.fingerprint}), not to edition {bank.survey.edition} of {bank.survey.id} "
            f"({bank.fingerprint}). Use the bank it was made with; or, if the answers were given "
            "to this one, read the files that they came in again."
        )
    if returns.table.schema != _schema(bank) or not returns.adds_up:
        message = "the columns and rows must be as they were written, and are not"
        raise unusable(str(path), "parquet-changed", message, READ_AGAIN)
    return returns


def set_aside_csv(returns: Returns) -> bytes:
    """What was set aside, a line for each row or cell, safe to open in a spreadsheet.

    In UTF-8 with a mark, so that a spreadsheet reads accents right.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(("file", "row", "column", "value", "reason"))
    for entry in returns.set_aside:
        writer.writerow([_harmless(cell) for cell in astuple(entry)])
    return text.getvalue().encode("utf-8-sig")


def account(returns: Returns) -> tuple[str, ...]:
    """Say how many rows came in and were used, and what was set aside, left out or not there."""
    return tuple(_sentences(returns))


def _returns(table: pa.Table, kept: dict[str, Any]) -> Returns:
    files = (
        FileRead(
            file=file["file"],
            rows=file["rows"],
            encoding=file["encoding"],
            unknown_columns=tuple(file["unknown_columns"]),
            missing_variables=tuple(file["missing_variables"]),
        )
        for file in kept["files"]
    )
    return Returns(
        **{name: kept[name] for name in KEPT},
        table=table,
        set_aside=tuple(SetAside(*entry) for entry in kept["set_aside"]),
        files=tuple(files),
    )


def _schema(bank: Bank) -> pa.Schema:
    """The columns of a returns table of a bank, in order."""
    about = {name: pa.int64() if name == "row" else pa.string() for name in RESPONDENT_COLUMNS}
    codes = dict.fromkeys(variables(bank), pa.int8())
    texts = {item.id: pa.string() for item in bank.items.values() if item.kind == "text"}
    return pa.schema(about | codes | texts)


def _harmless(cell: str | int) -> str | int:
    """A cell that a spreadsheet does not take for a formula."""
    if isinstance(cell, str) and cell.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{cell}"
    return cell


def _sentences(returns: Returns) -> Iterator[str]:
    used, aside = returns.table.num_rows, returns.rows_set_aside
    came = f"{_number(returns.rows_in, 'row')} came in from {_number(len(returns.files), 'file')}"
    yield f"{came}: {used:,} used and {aside:,} set aside."
    if returns.simulated:
        yield "Some or all of these answers are simulated: a computer made them up."
    rows = [entry for entry in returns.set_aside if not entry.column]
    cells = [entry for entry in returns.set_aside if entry.column]
    for reason, entries in _by_reason(rows):
        yield f"{_number(len(entries), 'row')} set aside, {reason}: {_places(entries)}."
    for reason, entries in _by_reason(cells):
        number = _number(len(entries), "answer")
        yield f"{number} set aside, {reason}: {_places(entries)}."
    yield from _about_files(returns.files)


def _about_files(files: tuple[FileRead, ...]) -> Iterator[str]:
    for encoding, names in _alike(files, "encoding"):
        if encoding != "UTF-8":
            yield f"In {encoding}, so check that letters with accents came out right: {names}."
    for headings, names in _alike(files, "unknown_columns"):
        if headings:
            yield f"Left out, not in the questionnaire: {_names(headings)} (in {names})."
    for variables_missing, names in _alike(files, "missing_variables"):
        if variables_missing:
            yield f"No column, so counted as not shown: {_names(variables_missing)} (in {names})."


def _alike(files: tuple[FileRead, ...], what: str) -> Iterator[tuple[Any, str]]:
    """Each value that files have in common, with their names."""
    alike: dict[Any, list[str]] = defaultdict(list)
    for file in files:
        alike[getattr(file, what)].append(file.file)
    for value, names in alike.items():
        yield value, _names(names)


def _by_reason(entries: Iterable[SetAside]) -> list[tuple[str, list[SetAside]]]:
    """The entries by the kind of their reason, the commonest first."""
    kinds: dict[str, list[SetAside]] = defaultdict(list)
    for entry in entries:
        kinds[entry.reason.split(":")[0]].append(entry)
    return sorted(kinds.items(), key=lambda kind: (-len(kind[1]), kind[0]))


def _places(entries: list[SetAside]) -> str:
    """The first few places, and how many more there are."""
    named = "; ".join(_place(entry) for entry in entries[:MOST_PLACES])
    more = len(entries) - MOST_PLACES
    return f"{named}; and {more:,} more" if more > 0 else named


def _place(entry: SetAside) -> str:
    place = f"{entry.file} row {entry.row}"
    if entry.column:
        return f'{place}, {entry.column}, "{entry.value}"'
    _, _, particulars = entry.reason.partition(": ")
    return f"{place} ({particulars.rstrip('.')})" if particulars else place


def _names(names: Sequence[str]) -> str:
    """The first few names of a list, and how many more there are."""
    named = ", ".join(name.strip() or "(no heading)" for name in names[:MOST_NAMES])
    more = len(names) - MOST_NAMES
    return f"{named} and {more:,} more" if more > 0 else named


def _number(count: int, thing: str) -> str:
    return f"{count:,} {thing}" if count == 1 else f"{count:,} {thing}s"
