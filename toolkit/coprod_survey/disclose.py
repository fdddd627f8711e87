"""Results → Release: nothing that rests on too few people leaves, directly or by subtraction."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from coprod_survey.model.release import (
    EstimateKey,
    Reason,
    Release,
    Shares,
    SharesKey,
    Withheld,
)
from coprod_survey.model.results import Distribution, Domain, Estimate, Measure, Results

THRESHOLD: Final = 11
"""Fewest respondents a published figure may rest on. The Civil Service shows no group under 10."""

PERCENTAGES_FROM: Final = 30
"""Fewest answers percentages are given for; under it, a mean and its interval only."""

Hidden = Mapping[Domain, Reason]


def disclose_results(results: Results, threshold: int = THRESHOLD) -> Release:
    """What may be published of the results.

    A figure that rests on fewer than `threshold` respondents is withheld. So is a second one
    wherever the first could be worked out from a total: within each council, within each group,
    and over the whole. Raises ValueError for a threshold under 10.
    """
    if threshold < 10:
        raise ValueError(f"the threshold must be at least 10, not {threshold}")
    hidden = protect({base.domain: base.respondents for base in results.bases}, threshold)
    return Release(
        provenance=results.provenance,
        threshold=threshold,
        bases={
            b.domain: Withheld(hidden[b.domain]) if b.domain in hidden else b for b in results.bases
        },
        estimates=dict(_estimates(results, threshold)),
        shares=dict(_shares(results, threshold)),
        reliabilities=tuple(r for r in results.reliabilities if r.n_complete >= threshold),
    )


def protect(n: Mapping[Domain, int], threshold: int) -> dict[Domain, Reason]:
    """Which domains to withhold, given how many respondents each rests on.

    First every domain under the threshold. Then more, the smallest first, until no reader can get
    at them: the parts withheld from a shown total number at least two and together reach the
    threshold, and no domain under it follows from all the totals and parts that are shown. This
    is complementary cell suppression (Hundepool et al. 2012, Statistical Disclosure Control,
    chapter 4), by the smallest cell rather than by the least loss.
    """
    hidden = {domain: Reason.TOO_FEW for domain, count in n.items() if 0 < count < threshold}
    lines = tuple(_lines(n))
    while victims := _exposed(lines, n, hidden, threshold):
        hidden |= dict.fromkeys(victims, Reason.PROTECTS_ANOTHER)
    return hidden


@dataclass(frozen=True, slots=True)
class _Line:
    """A total, and the parts that add up to it."""

    total: Domain
    parts: tuple[Domain, ...]

    @property
    def cells(self) -> tuple[Domain, ...]:
        return (self.total, *self.parts)


def _lines(n: Mapping[Domain, int]) -> Iterator[_Line]:
    """Every total in the table with its parts, by group and by council."""
    parts: dict[tuple[Domain, str], list[Domain]] = {}
    for domain in n:
        if domain.group is not None:
            parts.setdefault((domain._replace(group=None), "group"), []).append(domain)
        if domain.council is not None:
            parts.setdefault((domain._replace(council=None), "council"), []).append(domain)
    for (total, _), cells in parts.items():
        if total in n:
            yield _Line(total, tuple(cells))


def _exposed(
    lines: tuple[_Line, ...], n: Mapping[Domain, int], hidden: Hidden, threshold: int
) -> set[Domain]:
    """Cells to withhold next: one for each line that gives a hidden cell away."""
    open_lines = [line for line in lines if _gives_away(line, n, hidden, threshold)]
    if not open_lines:
        small = {d for d in _determined(lines, hidden) if n[d] < threshold}
        open_lines = [line for line in lines if small.intersection(line.cells)]
    return {victim for line in open_lines if (victim := _smallest_shown(line, n, hidden))}


def _gives_away(line: _Line, n: Mapping[Domain, int], hidden: Hidden, threshold: int) -> bool:
    closed = [part for part in line.parts if part in hidden]
    if line.total in hidden:
        return not closed
    few = len(closed) == 1 or sum(n[part] for part in closed) < threshold
    return bool(closed) and few


def _smallest_shown(line: _Line, n: Mapping[Domain, int], hidden: Hidden) -> Domain | None:
    """The smallest part still shown, or the total when none is."""
    shown = [part for part in line.parts if part not in hidden and n[part]]
    if shown:
        return min(shown, key=lambda domain: (n[domain], str(domain)))
    return None if line.total in hidden else line.total


def _determined(lines: tuple[_Line, ...], hidden: Hidden) -> Iterator[Domain]:
    """Hidden cells whose value follows from the cells shown.

    Each line is an equation in its hidden cells. A cell is fixed when its unit vector lies in
    the row space of the equations, that is when its leverage is one.
    """
    cells = {domain: n for n, domain in enumerate(hidden)}
    rows = [[cells[d] for d in line.cells if d in cells] for line in lines]
    equations = np.zeros((len(rows), len(cells)))
    for row, places in zip(equations, rows, strict=True):
        row[places] = 1.0
    for line, row in zip(lines, equations, strict=True):
        if line.total in cells:
            row[cells[line.total]] = -1.0
    leverage = np.einsum("ij,ij->j", equations, np.linalg.pinv(equations @ equations.T) @ equations)
    yield from (domain for domain, place in cells.items() if leverage[place] > 1 - 1e-9)


def _estimates(
    results: Results, threshold: int
) -> Iterator[tuple[EstimateKey, Estimate | Withheld]]:
    tables: dict[tuple[Measure, str], dict[Domain, Estimate]] = {}
    for estimate in results.estimates:
        tables.setdefault((estimate.measure, estimate.rule), {})[estimate.domain] = estimate
    for (measure, rule), table in tables.items():
        hidden = protect({domain: e.n for domain, e in table.items()}, threshold)
        if rule == "complete":
            hidden |= _differences(table, tables[measure, "standard"], threshold)
        for domain, estimate in table.items():
            cell = Withheld(hidden[domain]) if domain in hidden else estimate
            yield (domain, measure, rule), cell


def _differences(
    complete: Mapping[Domain, Estimate], standard: Mapping[Domain, Estimate], threshold: int
) -> dict[Domain, Reason]:
    """Domains where the two rules differ by so few people that subtraction would show them."""
    apart = {domain: standard[domain].n - e.n for domain, e in complete.items()}
    return {d: Reason.PROTECTS_ANOTHER for d, count in apart.items() if 0 < count < threshold}


def _shares(results: Results, threshold: int) -> Iterator[tuple[SharesKey, Shares | Withheld]]:
    tables: dict[str, dict[Domain, Distribution]] = {}
    for distribution in results.distributions:
        tables.setdefault(distribution.variable, {})[distribution.domain] = distribution
    for variable, table in tables.items():
        hidden = protect({domain: d.n for domain, d in table.items()}, threshold)
        for domain, distribution in table.items():
            yield (domain, variable), _share(distribution, hidden.get(domain))


def _share(distribution: Distribution, reason: Reason | None) -> Shares | Withheld:
    if reason or not distribution.n:
        return Withheld(reason or Reason.TOO_FEW)
    if distribution.n < PERCENTAGES_FROM:
        return Withheld(Reason.TOO_FEW_FOR_PERCENTAGES)
    n = distribution.n
    return Shares(
        n=n,
        points=tuple(count / n for count in distribution.counts),
        dont_know=distribution.dont_know / (n + distribution.dont_know),
        high_share=distribution.high_share,
        high_low=distribution.high_low,
        high_high=distribution.high_high,
    )
