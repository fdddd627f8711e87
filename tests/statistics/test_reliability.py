"""Reference numbers: tests/oracles/statistics.json, made by R's psych with the script beside it."""

import json
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from coprod_survey.statistics.reliability import (
    Matrix,
    Tables,
    covariances,
    cronbach_alpha,
    spearman_brown,
)

ORACLE = json.loads((Path(__file__).parent.parent / "oracles" / "statistics.json").read_text())
MISSING = 0


def answers(name: str) -> npt.NDArray[np.int64]:
    """The oracle's data, shape (items, respondents), 0 for missing."""
    return np.array([[code or MISSING for code in item] for item in ORACLE[name].values()])


def pair_tables(codes: npt.NDArray[np.int64]) -> tuple[Tables, Matrix]:
    """Counts of every pair of codes 0 to 5, and the score of each code; 0 is missing."""
    items = len(codes)
    tables = np.zeros((items, items, 6, 6), dtype=np.int64)
    for i in range(items):
        for j in range(items):
            np.add.at(tables[i, j], (codes[i], codes[j]), 1)
    scores = np.tile(np.array([np.nan, 0, 25, 50, 75, 100]), (items, 1))
    return tables, scores


def test_alpha_agrees_with_psych() -> None:
    found = cronbach_alpha(covariances(*pair_tables(answers("coarse"))))
    assert found == pytest.approx(ORACLE["alpha"], abs=1e-12)


def test_pairwise_alpha_agrees_with_psych() -> None:
    found = cronbach_alpha(covariances(*pair_tables(answers("gaps"))))
    assert found == pytest.approx(ORACLE["alpha_pairwise"], abs=1e-12)


def test_complete_alpha_agrees_with_psych() -> None:
    codes = answers("gaps")
    complete = codes[:, (codes != MISSING).all(axis=0)]
    found = cronbach_alpha(covariances(*pair_tables(complete)))
    assert found == pytest.approx(ORACLE["alpha_complete"], abs=1e-12)


def test_spearman_brown_agrees_with_r() -> None:
    found = spearman_brown(covariances(*pair_tables(answers("coarse")[:2])))
    assert found == pytest.approx(ORACLE["spearman_brown"], abs=1e-12)


def test_items_that_do_not_vary_have_no_reliability() -> None:
    still = np.full((3, 10), 4)
    assert cronbach_alpha(covariances(*pair_tables(still))) is None
    assert spearman_brown(covariances(*pair_tables(still[:2]))) is None


def test_items_nobody_answered_have_no_reliability() -> None:
    assert cronbach_alpha(covariances(*pair_tables(np.zeros((3, 10), dtype=int)))) is None


def test_spearman_brown_refuses_three_items() -> None:
    with pytest.raises(ValueError, match="two items, not 3"):
        spearman_brown(np.eye(3))


@given(arrays(np.int64, (4, 25), elements=st.integers(1, 5)))
def test_covariances_from_tables_are_those_of_the_answers(codes: npt.NDArray[np.int64]) -> None:
    found = covariances(*pair_tables(codes))
    assert found == pytest.approx(np.cov((codes - 1) * 25.0), abs=1e-9)


@given(arrays(np.int64, (4, 25), elements=st.integers(0, 5)))
def test_alpha_never_exceeds_one(codes: npt.NDArray[np.int64]) -> None:
    complete = codes[:, (codes != MISSING).all(axis=0)]
    alpha = cronbach_alpha(covariances(*pair_tables(complete)))
    assert alpha is None or alpha <= 1 + 1e-12
