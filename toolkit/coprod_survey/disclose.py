"""Results → Release: nothing that rests on too few people leaves, directly or by subtraction."""

from collections.abc import Iterator, Mapping
from typing import Final

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


def disclose(results: Results, threshold: int = THRESHOLD) -> Release:
    """What may be published of the results.

    A figure that rests on fewer than `threshold` respondents is withheld. So is a second one
    wherever the first could be worked out from a total: within each council, within each group,
    and over the whole. Raises ValueError for a threshold under 10.
    """
    if threshold < 10:
        raise ValueError(f"the threshold must be at least 10, not {threshold}")
    hidden = protect({base.domain: base.respondents for base in results.bases}, threshold)
    return Release(
        survey_id=results.survey_id,
        edition=results.edition,
        fingerprint=results.fingerprint,
        simulated=results.simulated,
        rows_in=results.rows_in,
        rows_set_aside=results.rows_set_aside,
        cells_set_aside=results.cells_set_aside,
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

    First every domain under the threshold. Then, for each total and its parts: one hidden cell
    alone could be had by subtraction, and so could the sum of hidden parts that together are
    under the threshold; the smallest part shown is withheld as well until neither is so. The rule
    is complementary cell suppression (Hundepool et al. 2012, Statistical Disclosure Control,
    chapter 4), here by the smallest cell rather than by least loss.
    """
    hidden = {domain: Reason.TOO_FEW for domain, count in n.items() if 0 < count < threshold}
    lines = list(_lines(n))
    settled = False
    while not settled:
        victims = {v for total, parts in lines if (v := _next(total, parts, n, hidden, threshold))}
        hidden |= dict.fromkeys(victims, Reason.PROTECTS_ANOTHER)
        settled = not victims
    return hidden


def _lines(n: Mapping[Domain, int]) -> Iterator[tuple[Domain, list[Domain]]]:
    """Every total in the table with the parts that add up to it, by group and by council."""
    parts: dict[tuple[Domain, str], list[Domain]] = {}
    for domain in n:
        if domain.group is not None:
            parts.setdefault((domain._replace(group=None), "group"), []).append(domain)
        if domain.council is not None:
            parts.setdefault((domain._replace(council=None), "council"), []).append(domain)
    for (total, _), cells in parts.items():
        if total in n:
            yield total, cells


def _next(
    total: Domain, parts: list[Domain], n: Mapping[Domain, int], hidden: Hidden, threshold: int
) -> Domain | None:
    """The cell of a line to withhold next, or None when nothing hidden can be worked out."""
    closed = [part for part in parts if part in hidden]
    shown = sorted(
        (part for part in parts if part not in hidden and n[part]), key=lambda d: (n[d], d)
    )
    if total in hidden:
        return shown[0] if not closed and shown else None
    safe = len(closed) > 1 and sum(n[part] for part in closed) >= threshold
    if not closed or safe:
        return None
    return shown[0] if shown else total


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
