"""A tally of the whole is the sum of tallies of its parts, and keeps every answer once."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coprod_survey.bank.read import read_bank
from coprod_survey.errors import MismatchError
from coprod_survey.model.returns import Returns
from coprod_survey.model.tally import Moments, Tally
from coprod_survey.model.variable import NOT_SHOWN
from coprod_survey.project import read_project
from coprod_survey.scoring import all_scores
from coprod_survey.shipped import questionnaires_dir, templates_dir
from coprod_survey.simulate import simulate_returns
from coprod_survey.tally import add_tallies, tally_returns

BANK = read_bank(questionnaires_dir())
PROJECT = read_project(templates_dir() / "demo" / "survey.yaml", BANK)
RETURNS = simulate_returns(BANK, PROJECT, seed=3)
WHOLE = tally_returns(RETURNS, BANK)


def rows(keep: np.ndarray) -> Returns:
    return replace(RETURNS, table=RETURNS.table.filter(keep), rows_in=int(keep.sum()))


def same_moments(one: Mapping[object, Moments], other: Mapping[object, Moments]) -> None:
    for measure, moments in one.items():
        assert (moments.n == other[measure].n).all()
        assert moments.total == pytest.approx(other[measure].total, rel=1e-12)
        assert moments.squares == pytest.approx(other[measure].squares, rel=1e-12)


def same(one: Tally, other: Tally) -> None:
    assert one.strata == other.strata
    assert one.groups == other.groups
    assert one.rows_in == other.rows_in
    assert (one.respondents == other.respondents).all()
    assert all((table == other.codes[name]).all() for name, table in one.codes.items())
    assert all((p.pairwise == other.pairs[f].pairwise).all() for f, p in one.pairs.items())
    assert all((p.complete == other.pairs[f].complete).all() for f, p in one.pairs.items())
    same_moments(one.scores, other.scores)
    same_moments(one.complete, other.complete)


@settings(max_examples=15)
@given(st.integers(0, 2**32 - 1), st.floats(0, 1))
def test_two_parts_add_up_to_the_whole(seed: int, share: float) -> None:
    first = np.random.default_rng(seed).random(RETURNS.table.num_rows) < share
    same(add_tallies(tally_returns(rows(first), BANK), tally_returns(rows(~first), BANK)), WHOLE)


def test_adding_does_not_depend_on_the_order() -> None:
    first = np.arange(RETURNS.table.num_rows) % 3 == 0
    one, other = tally_returns(rows(first), BANK), tally_returns(rows(~first), BANK)
    same(add_tallies(one, other), add_tallies(other, one))


def test_every_answer_is_counted_once() -> None:
    assert WHOLE.respondents.sum() == RETURNS.table.num_rows
    for table in WHOLE.codes.values():
        assert (table.sum(axis=1) == WHOLE.respondents).all()


def test_sums_are_those_of_the_scores() -> None:
    for measure, scored in all_scores(BANK, RETURNS).items():
        assert WHOLE.scores[measure].total.sum() == pytest.approx(np.nansum(scored.standard))
        assert WHOLE.scores[measure].n.sum() == (~np.isnan(scored.standard)).sum()


def test_returns_of_another_edition_are_refused() -> None:
    with pytest.raises(MismatchError, match="Read the returns again"):
        tally_returns(replace(RETURNS, fingerprint="0" * 12), BANK)


def test_tallies_of_two_editions_do_not_add() -> None:
    with pytest.raises(MismatchError):
        add_tallies(WHOLE, replace(WHOLE, fingerprint="0" * 12))


def test_nobody_answered_is_a_tally_too() -> None:
    nobody = tally_returns(rows(np.zeros(RETURNS.table.num_rows, dtype=bool)), BANK)
    same(add_tallies(nobody, WHOLE), WHOLE)


def test_simulated_returns_stay_simulated() -> None:
    real = replace(WHOLE, simulated=False)
    assert add_tallies(real, WHOLE).simulated


def test_a_seed_gives_the_same_returns() -> None:
    assert simulate_returns(BANK, PROJECT, seed=3).table == RETURNS.table
    assert simulate_returns(BANK, PROJECT, seed=4).table != RETURNS.table


def test_simulation_keeps_to_what_is_asked() -> None:
    """A respondent answers only what their group and form are asked."""
    group, form = np.array(RETURNS.texts("group")), np.array(RETURNS.texts("form"))
    for item in BANK.items.values():
        if item.kind == "one":
            asked = np.isin(group, [g.id for g in BANK.groups if BANK.asked_of(item, g)])
            asked &= np.isin(form, item.forms) if item.forms else True
            assert ((RETURNS.codes(item.id) != NOT_SHOWN) == asked).all()
