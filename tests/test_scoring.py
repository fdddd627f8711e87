"""Answers become scores by rules that a reader can check by hand.

Published example: the Civil Service People Survey's technical guide (2018) gives an index of 49
and of 63 for two sets of percentages choosing each of five points.
"""

from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_survey.bank.read import read_bank
from coprod_survey.model.bank import Bank
from coprod_survey.model.results import Measure
from coprod_survey.model.returns import Returns
from coprod_survey.model.variable import DOES_NOT_APPLY, DONT_KNOW, NOT_SHOWN, SKIPPED, variables
from coprod_survey.scoring import all_scores, mean_of_parts

BANK = """
survey: {id: tiny, title: Tiny, edition: "1"}
groups: [{id: staff, name: Staff}]
absences:
  - {code: dk, label: I don't know, means: dont_know}
  - {code: na, label: Does not apply, means: does_not_apply}
scales:
  - id: five
    points: [{code: "1"}, {code: "2"}, {code: "3"}, {code: "4"}, {code: "5"}]
  - id: eleven
    points: [{code: "0"}, {code: "1"}, {code: "2"}, {code: "3"}, {code: "4"}, {code: "5"},
             {code: "6"}, {code: "7"}, {code: "8"}, {code: "9"}, {code: "10"}]
  - id: truth
    points: [{code: "t", label: True}, {code: "f", label: False}]
constructs: [{id: c, name: C}]
facets:
  - {id: three, name: Three, construct: c}
indices:
  - {id: both, name: Both, construct: c, of: [three, eleven1], minimum: 2}
modules:
  - id: main
    items:
      - {id: up1, ask: Up, scale: five, also: [dk, na], facet: three}
      - {id: down1, ask: Down, scale: five, facet: three, direction: down}
      - {id: up2, ask: Up again, scale: five, facet: three}
      - {id: eleven1, ask: Eleven, scale: eleven}
      - {id: know1, ask: Know, scale: truth, also: [dk], key: f}
      - {id: guess1, ask: Guess, kind: number, key: 56}
      - id: tick1
        ask: Tick
        kind: many
        options: [{code: a}, {code: b}, {code: c}, {code: d}, {code: none, means: none_of_these}]
      - {id: order1, ask: Order, kind: rank, key: [x, y, z],
         options: [{code: z}, {code: x}, {code: y}]}
"""


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Bank:
    folder: Path = tmp_path_factory.mktemp("bank")
    (folder / "bank.yaml").write_text(
        BANK.replace("label: True", 'label: "True"').replace("label: False", 'label: "False"'),
        encoding="utf-8",
    )
    return read_bank(folder)


def returns(bank: Bank, **codes: list[int]) -> Returns:
    """Returns in which every variable not named was skipped."""
    rows = len(next(iter(codes.values())))
    columns = {name: codes.get(name, [SKIPPED] * rows) for name in variables(bank)}
    table = pa.table({name: pa.array(code, pa.int8()) for name, code in columns.items()})
    return Returns("tiny", "1", bank.fingerprint, False, rows, table)


def scores(bank: Bank, kind: str, name: str, **codes: list[int]) -> list[float | None]:
    found = all_scores(bank, returns(bank, **codes))[Measure(kind, name)].standard  # type: ignore[arg-type]
    return [None if np.isnan(score) else float(score) for score in found]


def test_five_points_are_quarters(bank: Bank) -> None:
    assert scores(bank, "item", "up1", up1=[1, 2, 3, 4, 5]) == [0, 25, 50, 75, 100]


def test_a_turned_item_counts_down(bank: Bank) -> None:
    assert scores(bank, "item", "down1", down1=[1, 2, 3, 4, 5]) == [100, 75, 50, 25, 0]


def test_eleven_points_are_tenths(bank: Bank) -> None:
    assert scores(bank, "item", "eleven1", eleven1=[1, 4, 11]) == [0, 30, 100]


@pytest.mark.parametrize("absence", [SKIPPED, NOT_SHOWN, DONT_KNOW, DOES_NOT_APPLY])
def test_an_absence_is_no_opinion(bank: Bank, absence: int) -> None:
    assert scores(bank, "item", "up1", up1=[absence]) == [None]


def test_not_knowing_counts_against_knowledge(bank: Bank) -> None:
    codes = [1, 2, DONT_KNOW, SKIPPED, NOT_SHOWN]
    assert scores(bank, "item", "know1", know1=codes) == [0, 100, 0, None, None]


def test_a_guess_is_scored_by_its_nearness(bank: Bank) -> None:
    given_codes = [57, 1, 101, 29, SKIPPED]  # 56, 0, 100, 28 and no answer
    assert scores(bank, "item", "guess1", guess1=given_codes) == pytest.approx(
        [100, 0, 100 * (1 - 44 / 56), 50, None]
    )
    assert scores(bank, "number", "guess1", guess1=given_codes) == [56, 0, 100, 28, None]


def test_ticks_are_a_share_of_the_options(bank: Bank) -> None:
    codes = {"tick1_a": [2, 1, 0], "tick1_b": [2, 1, 0], "tick1_c": [2, 1, 0], "tick1_d": [1, 1, 0]}
    assert scores(bank, "item", "tick1", **codes, tick1_none=[1, 2, 0]) == [75, 0, None]


def test_an_order_is_right_partly_right_or_wrong(bank: Bank) -> None:
    places = {"order1_x": [1, 1, 2, 1], "order1_y": [2, 3, 3, 0], "order1_z": [3, 2, 1, 3]}
    assert scores(bank, "item", "order1", **places) == [100, 50, 0, None]


def test_a_facet_needs_half_its_items(bank: Bank) -> None:
    codes = {"up1": [5, 5, 5], "down1": [1, 1, 0], "up2": [3, 0, 0]}
    assert scores(bank, "facet", "three", **codes) == pytest.approx([250 / 3, 100, None])
    complete = all_scores(bank, returns(bank, **codes))[Measure("facet", "three")].complete
    assert [bool(np.isnan(score)) for score in complete] == [False, True, True]


def test_an_index_needs_its_least_parts(bank: Bank) -> None:
    codes = {"up1": [5, 5], "down1": [1, 1], "up2": [5, 5], "eleven1": [1, 0]}
    assert scores(bank, "index", "both", **codes) == [50, None]


@pytest.mark.parametrize(
    ("percentages", "index"), [((10, 40, 10, 16, 24), 49.0), ((22, 28, 34, 12, 4), 63.0)]
)
def test_the_civil_service_examples(bank: Bank, percentages: tuple[int, ...], index: float) -> None:
    strongly_agree_first = [5, 4, 3, 2, 1]
    codes = np.repeat(strongly_agree_first, percentages).tolist()
    found = scores(bank, "item", "up1", up1=codes)
    assert np.mean(np.array(found, dtype=float)) == pytest.approx(index)


parts = st.lists(
    st.lists(st.one_of(st.just(float("nan")), st.floats(0, 100)), min_size=3, max_size=3),
    min_size=1,
    max_size=20,
)


@given(parts, st.integers(1, 3))
def test_a_mean_lies_between_its_parts(rows: list[list[float]], minimum: int) -> None:
    array = np.array(rows).T
    found = mean_of_parts(array, minimum)
    for score, row in zip(found, np.array(rows), strict=True):
        there = row[~np.isnan(row)]
        assert np.isnan(score) == (len(there) < minimum)
        if not np.isnan(score):
            assert there.min() - 1e-9 <= score <= there.max() + 1e-9
