"""CSV as other people's programs write it: any usual encoding, delimiter and line ending.

A file is looked through once in small pieces, for what would spoil the reading or fill the memory,
and then read by Arrow as text.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyarrow as pa
from pyarrow import csv as arrow_csv

from coprod_survey.errors import ReturnsError
from coprod_survey.model.returns import SetAside
from coprod_survey.returns.sheet import Sheet, cut_short, unusable

PIECE = 1 << 20
"""Bytes looked through at a time, and the longest line a file may have."""

BLOCK = 4 * PIECE
DELIMITERS = (",", ";", "\t")
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
NAMES = {"utf-8": "UTF-8", "utf-16-le": "UTF-16", "utf-16-be": "UTF-16", "cp1252": "Windows-1252"}

SAVE_AGAIN = 'Open it in a spreadsheet and save it again as "CSV UTF-8 (comma delimited)".'
EXPORT_AGAIN = "Export it again from where the answers were collected."
CLOSE_QUOTES = "Look for a cell that begins with a quote mark and has none at its end."


@dataclass(frozen=True, slots=True)
class _Encoding:
    """How the bytes are to be read, and the length of the mark at the beginning that says so."""

    name: str
    mark: int = 0


@dataclass(frozen=True, slots=True)
class _Layout:
    """Where the answers begin and what stands above them."""

    delimiter: str
    headings: tuple[str, ...]
    heading_row: int
    start: int


@dataclass(frozen=True, slots=True)
class _Counts:
    """What was counted in looking a file through: line breaks before its last line, quote marks."""

    breaks: int
    quotes: int


def read_csv(path: Path) -> Sheet:
    """The rows of a CSV file as text.

    Rows of the wrong width are set aside with their row number. Raises ReturnsError, with the
    place where it is known, for a file that is empty, not text, without rows, or has a quote mark
    that is never closed or a line of more than a million bytes.
    """
    try:
        encoding, counts = _looked_through(path)
        layout = _layout(path, encoding)
        return _sheet(path, encoding, layout, counts)
    except OSError as error:
        message = f"the file must be open to reading: {error.strerror or error}"
        raise unusable(str(path), "file-closed", message, "") from error


def _looked_through(path: Path) -> tuple[_Encoding, _Counts]:
    """The encoding of a file, and its lines and quote marks; refuses what is not text in lines."""
    for encoding in _possible_encodings(path):
        try:
            return encoding, _count(path, encoding)
        except UnicodeDecodeError:
            continue
    message = "the file must be text in UTF-8, UTF-16 or Windows-1252, and is in none of them"
    raise unusable(str(path), "text-unreadable", message, SAVE_AGAIN)


def _possible_encodings(path: Path) -> tuple[_Encoding, ...]:
    """The encoding that the first bytes name, or those that have no such mark."""
    with path.open("rb") as file:
        first = file.read(4)
    for mark, name in MARKS:
        if first.startswith(mark):
            return (_Encoding(name, len(mark)),)
    return _Encoding("utf-8"), _Encoding("cp1252")


def _count(path: Path, encoding: _Encoding) -> _Counts:
    breaks = quotes = begun = 0
    decoder = codecs.getincrementaldecoder("utf-8")()
    for piece in _pieces(path, encoding):
        if b"\0" in piece:
            message = "the file must be text, and holds bytes that are not"
            hint = f"It may be a workbook or a picture. {SAVE_AGAIN}"
            raise unusable(str(path), "file-binary", message, hint)
        decoder.decode(piece)
        first, last = _line_breaks(piece)
        if begun + first > PIECE:
            message = "a line must be shorter than a million letters, and this one is not"
            raise unusable(str(path), "line-long", message, SAVE_AGAIN, breaks + 1)
        begun = len(piece) - last - 1 if last >= 0 else begun + len(piece)
        breaks += piece.count(b"\n")
        quotes += piece.count(b'"')
    decoder.decode(b"", final=True)
    return _Counts(breaks if begun else breaks - 1, quotes)


def _line_breaks(piece: bytes) -> tuple[int, int]:
    """Where the first and the last line break are: the end and -1 where there are none."""
    first = re.search(rb"[\r\n]", piece)
    return first.start() if first else len(piece), max(piece.rfind(b"\n"), piece.rfind(b"\r"))


def _pieces(path: Path, encoding: _Encoding) -> Iterator[bytes]:
    with _opened(path, encoding.name, encoding.mark) as stream:
        while piece := stream.read(PIECE):
            yield piece


def _opened(path: Path, encoding: str, start: int) -> pa.NativeFile:
    """The file from a byte on, as UTF-8."""
    stream = pa.OSFile(str(path))
    stream.seek(start)
    if encoding == "utf-8":
        return stream
    return pa.transcoding_input_stream(stream, encoding, "utf-8")


def _layout(path: Path, encoding: _Encoding) -> _Layout:
    with path.open("rb") as file:
        file.seek(encoding.mark)
        first = codecs.getincrementaldecoder(encoding.name)().decode(file.read(2 * PIECE))
    delimiter = _delimiter(first)
    lines = io.StringIO(first, newline="")
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    try:
        heading_row, headings = next(
            (number, row) for number, row in enumerate(rows, 1) if any(map(str.strip, row))
        )
    except StopIteration:
        message = "the file must hold answers, and is empty"
        raise unusable(str(path), "file-empty", message, EXPORT_AGAIN) from None
    except csv.Error:
        message = "each heading must have a quote mark at both ends or at neither"
        raise unusable(str(path), "quote-open", message, CLOSE_QUOTES, 1) from None
    start = encoding.mark + len(first[: lines.tell()].encode(encoding.name))
    return _Layout(delimiter, tuple(headings), heading_row, start)


def _delimiter(text: str) -> str:
    """The delimiter there is most of in the first line, outside quotes."""
    unquoted = re.sub(r'"[^"]*"', "", text).lstrip("\r\n")
    first_line = re.split(r"[\r\n]", unquoted, maxsplit=1)[0]
    return max(DELIMITERS, key=first_line.count)


def _sheet(path: Path, encoding: _Encoding, layout: _Layout, counts: _Counts) -> Sheet:
    table, invalid = _parsed(path, encoding, layout)
    if counts.quotes % 2 and (breaks := _breaks_at_end(table, invalid)):
        raise _open_quote(path, counts.breaks - breaks + 1)
    right = np.ones(table.num_rows + len(invalid), dtype=np.bool_)
    right[[row.number - 1 for row in invalid]] = False
    return Sheet(
        file=path.as_posix(),
        encoding=NAMES[encoding.name],
        headings=layout.headings,
        cells=tuple(table.columns),
        rows=np.flatnonzero(right) + 1 + layout.heading_row,
        set_aside=tuple(_wrong_width(row, path, layout) for row in invalid),
    )


def _breaks_at_end(table: pa.Table, invalid: list[arrow_csv.InvalidRow]) -> int:
    """Line breaks in the last cell: a quote mark that is never closed swallows the rest there."""
    if invalid and invalid[-1].number == table.num_rows + len(invalid):
        text = str(invalid[-1].text)
        return text.removesuffix("\n").count("\n") if text.count('"') % 2 else 0
    return str(table.columns[-1][-1]).removesuffix("\n").count("\n")


def _parsed(
    path: Path, encoding: _Encoding, layout: _Layout
) -> tuple[pa.Table, list[arrow_csv.InvalidRow]]:
    """The rows as wide as the headings, and those that are not; there is at least one row.

    Arrow numbers rows only when it reads them one after another; so it reads a file twice when
    two processors at once came upon a row of the wrong width.
    """
    if path.stat().st_size <= layout.start:
        message = "the file must hold a row for each person, and has only headings"
        raise unusable(str(path), "rows-missing", message, EXPORT_AGAIN)
    try:
        table, invalid = _parse(path, encoding, layout, together=True)
        if invalid:
            table, invalid = _parse(path, encoding, layout, together=False)
    except pa.ArrowInvalid as error:
        raise _open_quote(path) from error
    return table, invalid


def _parse(
    path: Path, encoding: _Encoding, layout: _Layout, *, together: bool
) -> tuple[pa.Table, list[arrow_csv.InvalidRow]]:
    invalid: list[arrow_csv.InvalidRow] = []

    def keep(row: arrow_csv.InvalidRow) -> str:
        invalid.append(row)
        return "skip"

    names = [str(place) for place in range(len(layout.headings))]
    with _opened(path, encoding.name, layout.start) as stream:
        table = arrow_csv.read_csv(
            stream,
            arrow_csv.ReadOptions(use_threads=together, block_size=BLOCK, column_names=names),
            arrow_csv.ParseOptions(
                delimiter=layout.delimiter,
                newlines_in_values=True,
                ignore_empty_lines=False,
                invalid_row_handler=keep,
            ),
            arrow_csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string())),
        )
    return table, invalid


def _open_quote(path: Path, line: int = 0) -> ReturnsError:
    message = "a quote mark must be closed in its own cell, and one is never closed"
    return unusable(str(path), "quote-open", message, CLOSE_QUOTES, line)


def _wrong_width(row: arrow_csv.InvalidRow, path: Path, layout: _Layout) -> SetAside:
    reason = f"wrong number of cells: {row.actual_columns}, not {row.expected_columns}"
    number = row.number + layout.heading_row
    return SetAside(path.as_posix(), number, "", cut_short(row.text), reason)
