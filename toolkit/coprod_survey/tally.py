"""Returns → Tally, and Tally + Tally. The one place that touches every row of answers."""

from dataclasses import replace
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from coprod_survey.errors import MismatchError
from coprod_survey.model.bank import Bank
from coprod_survey.model.instrument import Item
from coprod_survey.model.returns import Returns
from coprod_survey.model.tally import Counts, Moments, PairTables, Stratum, Tally
from coprod_survey.model.variable import variables
from coprod_survey.scoring import OFFSET, Scores, all_scores, score_table, scored_items

Places = npt.NDArray[np.intp]
Number = TypeVar("Number", np.int64, np.float64)


def tally_returns(returns: Returns, bank: Bank) -> Tally:
    """Count and sum the returns of a bank by stratum.

    Missing answers are counted by kind in `codes` and left out of scores. Raises MismatchError
    when the returns are of another edition of the questionnaire.
    """
    if returns.fingerprint != bank.fingerprint:
        raise MismatchError(
            f"These returns are of edition {returns.edition} ({returns.fingerprint}), not of "
            f"{bank.survey.edition} ({bank.fingerprint}). Read the returns again with this bank."
        )
    strata, stratum = _strata(returns)
    groups = tuple(sorted({s.group for s in strata}))
    group_of = np.array([groups.index(s.group) for s in strata], dtype=np.intp)[stratum]
    scores = all_scores(bank, returns)
    return Tally(
        fingerprint=returns.fingerprint,
        simulated=returns.simulated,
        rows_in=returns.rows_in,
        rows_set_aside=returns.rows_set_aside,
        cells_set_aside=len(returns.set_aside) - returns.rows_set_aside,
        strata=strata,
        groups=groups,
        respondents=np.bincount(stratum, minlength=len(strata)),
        codes=_codes(returns, bank, stratum, len(strata)),
        scores={m: _moments(s.standard, stratum, len(strata)) for m, s in scores.items()},
        complete={m: _moments(s.complete, stratum, len(strata)) for m, s in scores.items()},
        pairs=_pairs(returns, bank, group_of, len(groups)),
    )


def _strata(returns: Returns) -> tuple[tuple[Stratum, ...], Places]:
    """The strata present, sorted, and the place of each respondent's among them."""
    rows = [Stratum(*row) for row in zip(*map(returns.texts, Stratum._fields), strict=True)]
    strata = tuple(sorted(set(rows)))
    place = {stratum: n for n, stratum in enumerate(strata)}
    return strata, np.array([place[row] for row in rows], dtype=np.intp)


def _codes(returns: Returns, bank: Bank, stratum: Places, strata: int) -> dict[str, Counts]:
    tables = {}
    for name, variable in variables(bank).items():
        width = OFFSET + 1 + len(variable.points)
        cell = stratum * width + returns.codes(name) + OFFSET
        tables[name] = np.bincount(cell, minlength=strata * width).reshape(strata, width)
    return tables


def _moments(score: Scores, stratum: Places, strata: int) -> Moments:
    there = ~np.isnan(score)
    where, value = stratum[there], score[there]
    return Moments(
        n=np.bincount(where, minlength=strata),
        total=np.bincount(where, weights=value, minlength=strata).astype(np.float64),
        squares=np.bincount(where, weights=value * value, minlength=strata).astype(np.float64),
    )


def _pairs(returns: Returns, bank: Bank, group: Places, groups: int) -> dict[str, PairTables]:
    scored = {item.id for item in scored_items(bank)}
    tables = {}
    for facet in bank.facets:
        items = [i for i in bank.facet_items(facet.id) if i.kind == "one" and i.id in scored]
        if facet.reliability and len(items) > 1:
            tables[facet.id] = _pair_tables(returns, bank, tuple(items), group, groups)
    return tables


def _pair_tables(
    returns: Returns, bank: Bank, items: tuple[Item, ...], group: Places, groups: int
) -> PairTables:
    columns = variables(bank)
    code = np.array([returns.codes(item.id).astype(np.intp) + OFFSET for item in items])
    scored = [~np.isnan(score_table(columns[i.id]))[code[n]] for n, i in enumerate(items)]
    width = OFFSET + 1 + max(len(columns[item.id].points) for item in items)
    everyone = np.ones(code.shape[1], dtype=np.bool_)
    return PairTables(
        items=tuple(item.id for item in items),
        pairwise=_cross_counts(code, everyone, group, groups, width),
        complete=_cross_counts(code, np.all(scored, axis=0), group, groups, width),
    )


def _cross_counts(
    code: Places, who: npt.NDArray[np.bool_], group: Places, groups: int, width: int
) -> Counts:
    items, size = len(code), groups * width * width
    counts = np.empty((groups, items, items, width, width), dtype=np.int64)
    for i in range(items):
        for j in range(items):
            cell = (group[who] * width + code[i, who]) * width + code[j, who]
            counts[:, i, j] = np.bincount(cell, minlength=size).reshape(groups, width, width)
    return counts


def add_tallies(first: Tally, second: Tally) -> Tally:
    """The tally of both sets of returns together.

    Raises MismatchError unless both are of the same questionnaire.
    """
    if first.fingerprint != second.fingerprint:
        raise MismatchError("Only tallies of the same edition of a questionnaire can be added.")
    strata = tuple(sorted({*first.strata, *second.strata}))
    groups = tuple(sorted({*first.groups, *second.groups}))
    one, other = _aligned(first, strata, groups), _aligned(second, strata, groups)
    return Tally(
        fingerprint=one.fingerprint,
        simulated=one.simulated or other.simulated,
        rows_in=one.rows_in + other.rows_in,
        rows_set_aside=one.rows_set_aside + other.rows_set_aside,
        cells_set_aside=one.cells_set_aside + other.cells_set_aside,
        strata=strata,
        groups=groups,
        respondents=one.respondents + other.respondents,
        codes={name: one.codes[name] + other.codes[name] for name in one.codes},
        scores={m: _sum_moments(one.scores[m], other.scores[m]) for m in one.scores},
        complete={m: _sum_moments(one.complete[m], other.complete[m]) for m in one.complete},
        pairs={name: _sum_pairs(one.pairs[name], other.pairs[name]) for name in one.pairs},
    )


def _aligned(tally: Tally, strata: tuple[Stratum, ...], groups: tuple[str, ...]) -> Tally:
    """The same tally with a place for every stratum and group named, empty where it has none."""
    row = [strata.index(stratum) for stratum in tally.strata]
    rank = [groups.index(group) for group in tally.groups]

    def by_stratum(table: npt.NDArray[Number]) -> npt.NDArray[Number]:
        return _spread(table, row, len(strata))

    def by_group(table: Counts) -> Counts:
        return _spread(table, rank, len(groups))

    def moments(table: Moments) -> Moments:
        return Moments(by_stratum(table.n), by_stratum(table.total), by_stratum(table.squares))

    return replace(
        tally,
        strata=strata,
        groups=groups,
        respondents=by_stratum(tally.respondents),
        codes={name: by_stratum(table) for name, table in tally.codes.items()},
        scores={m: moments(table) for m, table in tally.scores.items()},
        complete={m: moments(table) for m, table in tally.complete.items()},
        pairs={
            name: replace(p, pairwise=by_group(p.pairwise), complete=by_group(p.complete))
            for name, p in tally.pairs.items()
        },
    )


def _spread(table: npt.NDArray[Number], rows: list[int], size: int) -> npt.NDArray[Number]:
    wide = np.zeros((size, *table.shape[1:]), dtype=table.dtype)
    wide[rows] = table
    return wide


def _sum_moments(one: Moments, other: Moments) -> Moments:
    return Moments(one.n + other.n, one.total + other.total, one.squares + other.squares)


def _sum_pairs(one: PairTables, other: PairTables) -> PairTables:
    return PairTables(one.items, one.pairwise + other.pairwise, one.complete + other.complete)
