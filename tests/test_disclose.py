"""Nothing under the threshold leaves, directly or by subtraction.

1. No shown figure rests on fewer than the threshold.
2. No withheld small figure follows from the figures shown, by any sum or difference of them.
3. The parts withheld from a shown total together reach the threshold.
4. A table without small cells is shown whole.
"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_survey.disclose import THRESHOLD, disclose_results, protect
from coprod_survey.model.release import Reason, Shares, Withheld
from coprod_survey.model.results import Distribution, Domain, Estimate, Measure, Provenance, Results

Table = dict[Domain, int]


def with_totals(cells: dict[tuple[str, str], int]) -> Table:
    """Respondents by group and council, with every total above them."""
    table: Table = {}
    for (group, council), count in cells.items():
        for g in (group, None):
            for c in (council, None):
                domain = Domain("staff", g, c)
                table[domain] = table.get(domain, 0) + count
    return {domain: count for domain, count in table.items() if count}


sizes = st.one_of(st.integers(0, 12), st.integers(0, 60))
tables = st.builds(
    lambda rows: with_totals(
        {(f"g{g}", f"c{c}"): n for g, row in enumerate(rows) for c, n in enumerate(row)}
    ),
    st.integers(1, 6).flatmap(
        lambda width: st.lists(
            st.lists(sizes, min_size=width, max_size=width), min_size=1, max_size=6
        )
    ),
)


def lines(table: Table) -> list[tuple[Domain, list[Domain]]]:
    """Every total with its parts, written independently of the code under test."""
    found = []
    for total in table:
        for side in ("group", "council"):
            if getattr(total, side) is None:
                parts = [
                    d
                    for d in table
                    if getattr(d, side) is not None and d._replace(**{side: None}) == total
                ]
                if parts:
                    found.append((total, parts))
    return found


def can_be_solved(table: Table, hidden: set[Domain]) -> set[Domain]:
    """What an attacker knows: all shown cells, and that parts add up to totals."""
    unknown = sorted(hidden, key=str)
    if not unknown:
        return set()
    rows = []
    for total, parts in lines(table):
        row = [1.0 if d in parts else -1.0 if d == total else 0.0 for d in unknown]
        rows.append(row)
    matrix = np.array(rows)
    rank = np.linalg.matrix_rank(matrix)
    solved = set()
    for place, domain in enumerate(unknown):
        unit = np.eye(len(unknown))[place]
        if np.linalg.matrix_rank(np.vstack([matrix, unit])) == rank:
            solved.add(domain)
    return solved


@given(tables)
def test_1_nothing_small_is_shown(table: Table) -> None:
    hidden = protect(table, THRESHOLD)
    assert all(count >= THRESHOLD for domain, count in table.items() if domain not in hidden)


@given(tables)
def test_2_nothing_small_can_be_solved(table: Table) -> None:
    hidden = protect(table, THRESHOLD)
    small = {domain for domain in hidden if table[domain] < THRESHOLD}
    assert can_be_solved(table, set(hidden)).isdisjoint(small)


@given(tables)
def test_3_withheld_parts_of_a_shown_total_are_enough_people(table: Table) -> None:
    hidden = protect(table, THRESHOLD)
    for total, parts in lines(table):
        closed = [part for part in parts if part in hidden]
        if total not in hidden and closed:
            assert len(closed) > 1
            assert sum(table[part] for part in closed) >= THRESHOLD


@given(tables)
def test_4_a_table_without_small_cells_is_shown_whole(table: Table) -> None:
    raised = {domain: count + 400 for domain, count in table.items()}
    assert protect(raised, THRESHOLD) == {}


def test_the_smallest_neighbour_is_withheld_too() -> None:
    table = with_totals({("a", "x"): 5, ("b", "x"): 20, ("c", "x"): 30})
    hidden = protect({d: n for d, n in table.items() if d.council == "x"}, THRESHOLD)
    assert hidden == {
        Domain("staff", "a", "x"): Reason.TOO_FEW,
        Domain("staff", "b", "x"): Reason.PROTECTS_ANOTHER,
    }


def test_two_blocks_joined_by_one_cell_do_not_give_it_away() -> None:
    """Every line may have two withheld cells and still fix the one that joins two blocks."""
    cells = {(f"g{g}", f"c{c}"): 40 for g in range(5) for c in range(5)}
    small = [(0, 0), (0, 1), (1, 0), (1, 1), (1, 2), (2, 2), (2, 3), (3, 2), (3, 3)]
    table = with_totals(cells | {(f"g{g}", f"c{c}"): 9 for g, c in small})
    hidden = protect(table, THRESHOLD)
    assert Domain("staff", "g1", "c2") not in can_be_solved(table, set(hidden))


RESISTANCE = Measure("index", "resistance")


def results(estimates: list[Estimate], distributions: list[Distribution]) -> Results:
    return Results(
        Provenance("s", "1", "f", False, True, 0, 0, 0),
        (),
        tuple(estimates),
        tuple(distributions),
        (),
    )


def an_estimate(n: int, rule: str = "standard") -> Estimate:
    return Estimate(Domain("staff"), RESISTANCE, rule, n, 50.0, 10.0, 1.0, 48.0, 52.0)  # type: ignore[arg-type]


@pytest.mark.parametrize(("complete", "shown"), [(100, True), (99, False), (90, False), (89, True)])
def test_two_rules_that_differ_by_few_are_not_both_shown(complete: int, shown: bool) -> None:
    release = disclose_results(results([an_estimate(100), an_estimate(complete, "complete")], []))
    cell = release.estimates[Domain("staff"), RESISTANCE, "complete"]
    assert isinstance(cell, Estimate) is shown


def a_distribution(counts: tuple[int, ...]) -> Distribution:
    return Distribution(Domain("staff"), "status1", counts, 1, 0, 2, 3, 0.5, 0.4, 0.6)


def test_percentages_need_thirty_answers() -> None:
    release = disclose_results(results([], [a_distribution((10, 10, 9))]))
    assert release.share(Domain("staff"), "status1") == Withheld(Reason.TOO_FEW_FOR_PERCENTAGES)
    release = disclose_results(results([], [a_distribution((10, 10, 10))]))
    shares = release.share(Domain("staff"), "status1")
    assert isinstance(shares, Shares)
    assert shares.points == pytest.approx((1 / 3, 1 / 3, 1 / 3))
    assert shares.dont_know == pytest.approx(2 / 32)


def test_what_was_not_asked_says_so() -> None:
    release = disclose_results(results([], []))
    assert release.share(Domain("staff"), "status1") == Withheld(Reason.NOT_ASKED)


def test_the_threshold_has_a_floor() -> None:
    with pytest.raises(ValueError, match="at least 10, not 9"):
        disclose_results(results([], []), threshold=9)
