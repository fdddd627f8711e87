"""Other people's files, as they came, with a bank that describes each in YAML."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest

from coprod_survey.bank.read import read_bank
from coprod_survey.model.returns import Returns
from coprod_survey.model.variable import SKIPPED, variables
from coprod_survey.returns import read_returns

BANKS = Path(__file__).parents[1] / "banks"
FILES = {
    "army": "lq2002_army_companies.csv",
    "rse": "rse_staff_2017.csv",
    "eqls": "eqls2011_fig1_countries.csv",
}

# shared/data/README.md gives the rows; the rows without any answer were counted with
# Python's csv module: 67 staff and 2 Europeans left every one blank.
COUNTS = {"army": (2042, 0), "rse": (516, 67), "eqls": (9613, 2)}


def returns_of(name: str, shared: Path) -> Returns:
    return read_returns([shared / "data" / "tidy" / FILES[name]], read_bank(BANKS / name))


def rows_of(name: str, shared: Path) -> list[dict[str, str]]:
    with (shared / "data" / "tidy" / FILES[name]).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("name", FILES)
def test_every_row_is_used_or_had_no_answers(name: str, shared: Path) -> None:
    returns = returns_of(name, shared)
    rows, unanswered = COUNTS[name]
    assert returns.rows_in == rows
    assert returns.table.num_rows == rows - unanswered
    assert {entry.reason for entry in returns.set_aside} <= {"no answers"}


@pytest.mark.parametrize("name", FILES)
def test_every_answer_is_the_number_in_the_file(name: str, shared: Path) -> None:
    returns, bank = returns_of(name, shared), read_bank(BANKS / name)
    every = rows_of(name, shared)
    rows = [every[row - 2] for row in returns.table.column("row").to_pylist()]
    headings = {heading.lower(): heading for heading in rows[0]}
    for variable in variables(bank).values():
        heading = headings[(variable.item.column or variable.name).lower()]
        numbers = np.array([float(row[heading] or "nan") for row in rows])
        values = np.array([np.nan, *variable.values])
        codes = returns.codes(variable.name)
        assert codes.min() >= SKIPPED
        np.testing.assert_array_equal(values[codes], numbers)


@pytest.mark.parametrize(
    ("bank", "scale"),
    [
        ("army", "army_lead"),
        ("army", "army_tsig"),
        ("army", "army_hostile"),
        ("eqls", "eqls_who5"),
        ("eqls", "eqls_exclusion"),
    ],
)
def test_item_means_and_numbers_are_those_of_r(bank: str, scale: str, shared: Path) -> None:
    """shared/oracles/01_reliability.json: psych 2.2.9 in R 4.2.2, complete cases, as reversed."""
    oracle = json.loads((shared / "oracles" / "01_reliability.json").read_text())[scale]
    returns, described = returns_of(bank, shared), read_bank(BANKS / bank)
    by_column = {(i.column or i.id).lower(): i for i in described.items.values()}
    items = [by_column[column.lower()] for column in oracle["items"]]
    codes = np.array([returns.codes(item.id) for item in items])
    complete = codes[:, (codes > SKIPPED).all(axis=0)]
    assert complete.shape[1] == oracle["complete_cases"]["n_rows"]
    for column, item, code in zip(oracle["items"], items, complete, strict=True):
        assert (item.direction == "down") == (column in oracle["reversed"])
        value = np.array(variables(described)[item.id].values)[code - 1]
        if item.direction == "down":
            value = oracle["lo"] + oracle["hi"] - value
        expected = oracle["complete_cases"]["item_mean"][column]
        assert value.mean() == pytest.approx(expected, abs=1e-9)


def test_the_staff_survey_has_four_groups(shared: Path) -> None:
    """Counted from the file: cut -d, -f2 | sort | uniq -c, less those who answered nothing."""
    groups = returns_of("rse", shared).texts("group")
    every = [row["group"].lower() for row in rows_of("rse", shared)]
    assert {g: every.count(g) for g in sorted(set(every))} == {
        "nl2017": 77,
        "uk2017": 253,
        "us2017": 164,
        "za2017": 22,
    }
    assert set(groups) == set(every)


def test_companies_are_the_councils_of_the_army(shared: Path) -> None:
    assert len(set(returns_of("army", shared).texts("council"))) == 49
