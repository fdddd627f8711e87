"""Tally → Results: estimates for every population, group and council, from sums alone."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
import numpy.typing as npt

from coprod_survey.model.bank import Bank
from coprod_survey.model.instrument import Item
from coprod_survey.model.project import Project
from coprod_survey.model.results import (
    Base,
    Distribution,
    Domain,
    Estimate,
    Measure,
    Provenance,
    Reliability,
    Results,
)
from coprod_survey.model.tally import Counts, Moments, PairTables, Sums, Tally
from coprod_survey.model.variable import (
    DOES_NOT_APPLY,
    DONT_KNOW,
    NOT_SHOWN,
    SKIPPED,
    Variable,
    variables,
)
from coprod_survey.scoring import OFFSET, score_table, scored_items
from coprod_survey.statistics.interval import mean_interval, share_interval
from coprod_survey.statistics.reliability import covariances, cronbach_alpha, spearman_brown

Rule = Literal["standard", "complete"]
Rows = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _Slice:
    """A domain with the strata that belong to it, shape (strata,)."""

    domain: Domain
    rows: Rows


def estimate_results(tally: Tally, bank: Bank, project: Project) -> Results:
    """Every estimate of a survey, before disclosure control.

    Domains are each population, its groups, its councils, and its groups in each council.
    Populations are never added. A measure nobody in a domain has a score on gives no estimate.
    """
    slices = tuple(_slices(tally, bank))
    return Results(
        provenance=_provenance(tally, bank),
        bases=tuple(_base(s, tally, bank, project) for s in slices),
        estimates=tuple(_estimates(slices, tally)),
        distributions=tuple(_distributions(slices, tally, bank)),
        reliabilities=tuple(_reliabilities(tally, bank)),
    )


def _provenance(tally: Tally, bank: Bank) -> Provenance:
    return Provenance(
        survey_id=bank.survey.id,
        edition=bank.survey.edition,
        fingerprint=tally.fingerprint,
        simulated=tally.simulated,
        draft=bank.is_draft,
        rows_in=tally.rows_in,
        rows_set_aside=tally.rows_set_aside,
        cells_set_aside=tally.cells_set_aside,
    )


def _slices(tally: Tally, bank: Bank) -> Iterator[_Slice]:
    group_of = np.array([stratum.group for stratum in tally.strata])
    council_of = np.array([stratum.council for stratum in tally.strata])
    councils = sorted(set(council_of))
    for population in dict.fromkeys(group.population for group in bank.groups):
        groups = [g.id for g in bank.groups if g.population == population and g.id in group_of]
        for group in (None, *groups):
            members = np.isin(group_of, groups if group is None else [group])
            for council in (None, *(councils if len(councils) > 1 else ())):
                rows = members if council is None else members & (council_of == council)
                if tally.respondents[rows].sum():
                    yield _Slice(Domain(population, group, council), rows)


def groups_of(domain: Domain, bank: Bank) -> tuple[str, ...]:
    """The groups a domain is made of."""
    if domain.group is not None:
        return (domain.group,)
    return tuple(group.id for group in bank.groups if group.population == domain.population)


def _base(part: _Slice, tally: Tally, bank: Bank, project: Project) -> Base:
    people = project.headcount(groups_of(part.domain, bank), part.domain.council)
    return Base(part.domain, int(tally.respondents[part.rows].sum()), people)


def _estimates(slices: tuple[_Slice, ...], tally: Tally) -> Iterator[Estimate]:
    for measure, moments in tally.scores.items():
        for part in slices:
            yield from _one_estimate(part, measure, "standard", moments)
            if measure.kind in ("facet", "index"):
                yield from _one_estimate(part, measure, "complete", tally.complete[measure])


def _one_estimate(
    part: _Slice, measure: Measure, rule: Rule, moments: Moments
) -> Iterator[Estimate]:
    n = int(moments.n[part.rows].sum())
    if n:
        total, squares = moments.total[part.rows].sum(), moments.squares[part.rows].sum()
        interval = mean_interval(n, float(total), float(squares))
        yield Estimate(part.domain, measure, rule, *interval)


def _distributions(slices: tuple[_Slice, ...], tally: Tally, bank: Bank) -> Iterator[Distribution]:
    scored = {item.id for item in scored_items(bank)}
    for name, variable in variables(bank).items():
        if variable.item.kind == "number" and not variable.item.bands:
            continue
        table = tally.codes[name]
        high = _high_side(variable) if variable.item.id in scored else None
        for part in slices:
            counts = table[part.rows].sum(axis=0)
            if counts.sum() > counts[NOT_SHOWN + OFFSET]:
                yield _distribution(part.domain, variable, counts, high)


def _high_side(variable: Variable) -> Rows | None:
    """The points above the middle of the score; None for variables that are not one choice."""
    if variable.item.kind != "one":
        return None
    return np.asarray(score_table(variable)[OFFSET + 1 :] > 50)


def _distribution(
    domain: Domain, variable: Variable, counts: Counts, high: Rows | None
) -> Distribution:
    points = counts[OFFSET + 1 :]
    n = int(points.sum())
    share = share_interval(int(points[high].sum()), n) if high is not None and n else None
    return Distribution(
        domain=domain,
        variable=variable.name,
        counts=tuple(_banded(variable.item, points)),
        skipped=int(counts[SKIPPED + OFFSET]),
        not_shown=int(counts[NOT_SHOWN + OFFSET]),
        dont_know=int(counts[DONT_KNOW + OFFSET]),
        does_not_apply=int(counts[DOES_NOT_APPLY + OFFSET]),
        high_share=share.share if share else None,
        high_low=share.low if share else None,
        high_high=share.high if share else None,
    )


def _banded(item: Item, points: Counts) -> Iterator[int]:
    """Counts of the points, or of the ranges of numbers that `bands` cuts them into."""
    if item.kind != "number":
        yield from (int(count) for count in points)
    else:
        yield from (
            int(part.sum()) for part in np.split(points, np.array(item.bands) - item.minimum)
        )


def _reliabilities(tally: Tally, bank: Bank) -> Iterator[Reliability]:
    populations = dict.fromkeys(group.population for group in bank.groups)
    for facet, tables in tally.pairs.items():
        scores = _score_tables(tables, bank)
        for population in populations:
            groups = [g.id for g in bank.groups if g.population == population]
            present = [g for g in groups if g in tally.groups]
            for group, members in ((None, present), *((g, [g]) for g in present)):
                rows = [tally.groups.index(name) for name in members]
                yield from _reliability(facet, population, group, _of_groups(tables, rows), scores)


def _score_tables(tables: PairTables, bank: Bank) -> Sums:
    """The score of every code of every item of a facet, shape (items, codes); NaN for none."""
    columns = variables(bank)
    scores = np.full((len(tables.items), tables.pairwise.shape[-1]), np.nan)
    for row, item in zip(scores, tables.items, strict=True):
        table = score_table(columns[item])
        row[: len(table)] = table
    return scores


def _of_groups(tables: PairTables, rows: list[int]) -> PairTables:
    """The tables of some groups together, shape (items, items, codes, codes)."""
    pairwise, complete = (t[rows].sum(axis=0) for t in (tables.pairwise, tables.complete))
    return PairTables(tables.items, pairwise, complete)


def _reliability(
    facet: str, population: str, group: str | None, tables: PairTables, scores: Sums
) -> Iterator[Reliability]:
    both = _pairs_scored(tables.pairwise, scores)
    if both.max(initial=0):
        two = len(tables.items) == 2
        coefficient = spearman_brown if two else cronbach_alpha
        yield Reliability(
            population=population,
            group=group,
            facet=facet,
            coefficient="spearman-brown" if two else "alpha",
            items=tables.items,
            n_complete=int(tables.complete[0, 0].sum()),
            complete=coefficient(covariances(tables.complete, scores)),
            n_pairwise=int(both.min()),
            pairwise=coefficient(covariances(tables.complete if two else tables.pairwise, scores)),
        )


def _pairs_scored(tables: Counts, scores: Sums) -> Counts:
    """Respondents with a score on both items of each pair, shape (items, items)."""
    there = ~np.isnan(scores)
    return np.asarray(np.einsum("ijab,ia,jb->ij", tables, there, there))
