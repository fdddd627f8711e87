"""Returns: what people answered, and an account of everything that could not be used."""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

Codes = npt.NDArray[np.int8]

RESPONDENT_COLUMNS = ("respondent", "council", "group", "wave", "form", "file", "row")
"""Columns of every returns table that are not answers.

`row` is the row a spreadsheet shows for it, so that the headings are row 1 and the first answers
row 2; a line break inside a cell does not begin a new row.
"""


@dataclass(frozen=True, slots=True, order=True)
class SetAside:
    """A row or a cell that was not used. `column` is empty where the whole row was set aside."""

    file: str
    row: int
    column: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class FileRead:
    """One file that was read: its rows, and the columns that did not meet the questionnaire.

    `unknown_columns` are headings that were left out; `missing_variables` have no column in the
    file, so nobody in it was shown them.
    """

    file: str
    rows: int
    encoding: str = "UTF-8"
    unknown_columns: tuple[str, ...] = ()
    missing_variables: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Returns:
    """Answers of one survey, one row a respondent.

    `table` holds the respondent columns as text (`row` as a whole number), an int8 column of codes
    for every variable of the bank (see `model.variable`), and a text column for every open
    question. Rows in the files read equal rows of the table plus whole rows set aside: `rows_in`
    keeps the first figure so that anyone can check.
    """

    survey_id: str
    edition: str
    fingerprint: str
    simulated: bool
    rows_in: int
    table: pa.Table
    set_aside: tuple[SetAside, ...] = ()
    files: tuple[FileRead, ...] = ()

    @property
    def rows_set_aside(self) -> int:
        """Whole rows that were not used."""
        return sum(1 for entry in self.set_aside if not entry.column)

    @property
    def adds_up(self) -> bool:
        """Whether every row that came in is either used or set aside."""
        return bool(self.rows_in == self.table.num_rows + self.rows_set_aside)

    def of_wave(self, wave: str | None) -> "Returns":
        """The returns of one wave; all of them when `wave` is None."""
        if wave is None:
            return self
        table = self.table.filter(pc.equal(self.table.column("wave"), wave))
        others = self.table.num_rows - table.num_rows
        return replace(self, table=table, rows_in=self.rows_in - others)

    def codes(self, variable: str) -> Codes:
        """The codes of one variable, shape (respondents,)."""
        return np.asarray(self.table.column(variable), dtype=np.int8)

    def texts(self, column: str) -> list[str]:
        """One of the respondent columns or open questions, as text."""
        return [str(value) for value in self.table.column(column).to_pylist()]
