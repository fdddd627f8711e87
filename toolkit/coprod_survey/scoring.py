"""Answers → scores from 0 to 100, a respondent at a time; NaN where there is none.

An item's score is its place between the least and the greatest value of its scale (min–max),
turned round where later answers mean less. A knowledge question scores 100 for the right answer
and 0 for any other, don't know included. A facet is the mean of its items when at least half are
answered; an index the mean of its parts when at least its minimum are.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from coprod_survey.model.bank import Bank
from coprod_survey.model.instrument import Item
from coprod_survey.model.results import Measure
from coprod_survey.model.returns import Codes, Returns
from coprod_survey.model.variable import DOES_NOT_APPLY, DONT_KNOW, Variable, variables_of

Scores = npt.NDArray[np.float64]

OFFSET: Final = -DOES_NOT_APPLY
"""Added to a code to give its place in a table of all codes, absences first."""

SCORED_KINDS: Final = ("one", "many", "number", "rank")


def scored_items(bank: Bank) -> tuple[Item, ...]:
    """The items that have a score."""
    return tuple(i for i in bank.items.values() if i.scored and i.kind in SCORED_KINDS)


def score_table(variable: Variable) -> Scores:
    """The score of every code of a one-column item, shape (4 + points,); NaN where it has none."""
    item = variable.item
    values = np.array(variable.values)
    table = np.full(OFFSET + 1 + len(values), np.nan)
    if item.key is None:
        table[OFFSET + 1 :] = _min_max(variable, values)
    elif item.kind == "number":
        furthest = max(values[-1] - float(str(item.key)), float(str(item.key)) - values[0])
        table[OFFSET + 1 :] = 100 * (1 - np.abs(values - float(str(item.key))) / furthest)
        table[DONT_KNOW + OFFSET] = 0.0
    else:
        right = [point.code == str(item.key) for point in variable.points]
        table[OFFSET + 1 :] = np.where(right, 100.0, 0.0)
        table[DONT_KNOW + OFFSET] = 0.0
    return table


def _min_max(variable: Variable, values: Scores) -> Scores:
    on_scale = np.array([point.means == "answer" for point in variable.points])
    low, high = values[on_scale].min(), values[on_scale].max()
    spread = (values - low) / (high - low) * 100 if high > low else np.full(len(values), np.nan)
    turned = 100 - spread if variable.item.direction == "down" else spread
    return np.where(on_scale, turned, np.nan)


def item_scores(item: Item, bank: Bank, returns: Returns) -> Scores:
    """The score of every respondent on an item, shape (respondents,)."""
    columns = variables_of(item, bank)
    codes = {variable: returns.codes(variable.name) for variable in columns}
    match item.kind:
        case "many":
            return _share_ticked(codes)
        case "rank":
            return _places_right(codes, item.key if isinstance(item.key, tuple) else ())
        case _:
            (variable,) = columns
            return score_table(variable)[codes[variable].astype(np.intp) + OFFSET]


def _share_ticked(codes: Mapping[Variable, Codes]) -> Scores:
    options = [code for v, code in codes.items() if v.option and v.option.means == "answer"]
    answered = np.any([code > 0 for code in codes.values()], axis=0)
    share = np.sum([code == 2 for code in options], axis=0) / len(options) * 100
    return np.where(answered, share, np.nan)


def _places_right(codes: Mapping[Variable, Codes], key: tuple[str, ...]) -> Scores:
    """100 when every place is right, 50 when some are, 0 when none is."""
    place = {code: n for n, code in enumerate(key, 1)}
    ranked = [(v.option.code, code) for v, code in codes.items() if v.option]
    right = np.sum([answer == place.get(code, 0) for code, answer in ranked], axis=0)
    answered = np.all([answer > 0 for _, answer in ranked], axis=0)
    score = np.where(right == len(ranked), 100.0, np.where(right > 0, 50.0, 0.0))
    return np.where(answered, score, np.nan)


def mean_of_parts(parts: Scores, minimum: int) -> Scores:
    """The mean of the parts that are there, shape (parts, respondents) → (respondents,).

    NaN where fewer than `minimum` are.
    """
    present = ~np.isnan(parts)
    count = present.sum(axis=0)
    total = np.where(present, parts, 0.0).sum(axis=0)
    return np.where(count >= max(minimum, 1), total / np.maximum(count, 1), np.nan)


@dataclass(frozen=True, slots=True)
class MeasureScores:
    """The scores of one measure, shape (respondents,), by each rule for missing parts.

    `standard` needs half the items of a facet or the least parts of an index; `complete` all.
    """

    standard: Scores
    complete: Scores


def all_scores(bank: Bank, returns: Returns) -> dict[Measure, MeasureScores]:
    """The scores of every respondent on every measure of a bank."""
    items = {item.id: item_scores(item, bank, returns) for item in scored_items(bank)}
    facets = dict(_facet_scores(bank, items))
    parts = items | {name: scores.standard for name, scores in facets.items()}
    return {
        **{Measure("item", name): MeasureScores(score, score) for name, score in items.items()},
        **{Measure("number", name): scores for name, scores in _numbers(bank, returns)},
        **{Measure("facet", name): scores for name, scores in facets.items()},
        **{Measure("index", name): scores for name, scores in _index_scores(bank, parts)},
    }


def _numbers(bank: Bank, returns: Returns) -> Iterator[tuple[str, MeasureScores]]:
    for item in bank.items.values():
        if item.kind == "number":
            codes = returns.codes(item.id)
            given = np.where(codes > 0, codes.astype(np.float64) - 1 + item.minimum, np.nan)
            yield item.id, MeasureScores(given, given)


def _facet_scores(bank: Bank, items: Mapping[str, Scores]) -> Iterator[tuple[str, MeasureScores]]:
    for facet in bank.facets:
        members = [items[item.id] for item in bank.facet_items(facet.id) if item.id in items]
        if members:
            yield facet.id, _by_both_rules(np.array(members), (len(members) + 1) // 2)


def _index_scores(bank: Bank, parts: Mapping[str, Scores]) -> Iterator[tuple[str, MeasureScores]]:
    for index in bank.indices:
        members = [parts[name] for name in index.of if name in parts]
        if members:
            yield index.id, _by_both_rules(np.array(members), index.minimum)


def _by_both_rules(parts: Scores, minimum: int) -> MeasureScores:
    return MeasureScores(mean_of_parts(parts, minimum), mean_of_parts(parts, len(parts)))
