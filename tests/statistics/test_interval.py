"""Reference numbers: tests/oracles/statistics.json, made by R with the script beside it."""

import json
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_survey.statistics.interval import mean_interval, share_interval

ORACLE = json.loads((Path(__file__).parent.parent / "oracles" / "statistics.json").read_text())


def test_mean_and_t_interval_agree_with_r() -> None:
    expected = ORACLE["rating"]
    values = expected["values"]
    found = mean_interval(len(values), sum(values), sum(x * x for x in values))
    assert found.mean == pytest.approx(expected["mean"], abs=1e-12)
    assert found.sd == pytest.approx(expected["sd"], abs=1e-11)
    assert (found.low, found.high) == pytest.approx((expected["low"], expected["high"]), abs=1e-11)


def test_one_value_has_no_interval() -> None:
    assert mean_interval(1, 40.0, 1600.0) == (1, 40.0, None, None, None, None)


def test_no_value_has_no_mean() -> None:
    with pytest.raises(ValueError, match="at least one"):
        mean_interval(0, 0.0, 0.0)


@pytest.mark.parametrize("case", ORACLE["wilson"])
def test_wilson_interval_agrees_with_r(case: dict[str, float]) -> None:
    found = share_interval(int(case["successes"]), int(case["n"]))
    assert (found.low, found.high) == pytest.approx((case["low"], case["high"]), abs=1e-12)


@given(st.integers(1, 10_000), st.floats(0, 1))
def test_a_share_lies_in_its_interval(n: int, fraction: float) -> None:
    found = share_interval(round(n * fraction), n)
    assert 0 <= found.low <= found.share + 1e-12
    assert found.share - 1e-12 <= found.high <= 1


@given(st.lists(st.integers(0, 100), min_size=2, max_size=200))
def test_sums_give_the_same_as_the_values(values: list[int]) -> None:
    found = mean_interval(len(values), sum(values), sum(x * x for x in values))
    centre = sum(values) / len(values)
    spread = math.sqrt(sum((x - centre) ** 2 for x in values) / (len(values) - 1))
    assert found.sd == pytest.approx(spread, abs=1e-6)
