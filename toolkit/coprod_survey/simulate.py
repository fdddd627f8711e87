"""Bank + Project + seed → simulated Returns, to rehearse a survey before anyone is asked.

Each respondent has a place on every construct (a latent trait): a part from their group, a part
from their council, and a part of their own. A facet leans on its construct, an item on its facet,
and the answer is the point whose thresholds the item's value falls between (a graded response
model, Samejima 1969). Nothing in it is fitted to real people: it shows what outputs look like,
not what councils think.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from coprod_survey.model.bank import Bank
from coprod_survey.model.instrument import Group, Item
from coprod_survey.model.project import Project
from coprod_survey.model.returns import Codes, Returns
from coprod_survey.model.variable import (
    DOES_NOT_APPLY,
    DONT_KNOW,
    NOT_SHOWN,
    SKIPPED,
    Variable,
    variables_of,
)

Trait = npt.NDArray[np.float64]
Places = npt.NDArray[np.intp]

RESPONSE_RATES = (0.35, 0.65)
SKIP_RATE = 0.03
ABSENCE_RATES = {DONT_KNOW: 0.15, DOES_NOT_APPLY: 0.04}
GROUP_SPREAD, COUNCIL_SPREAD, FACET_LEANS, ITEM_LEANS = 0.35, 0.2, 0.6, 0.75


@dataclass(frozen=True, slots=True)
class _People:
    """Who takes part: places in the lists of groups, councils and forms, shape (people,)."""

    groups: tuple[Group, ...]
    councils: tuple[str, ...]
    group: Places
    council: Places
    form: npt.NDArray[np.str_]


def simulate_returns(bank: Bank, project: Project, seed: int = 1) -> Returns:
    """Returns of a survey in the project's councils, the same for the same seed.

    Each group answers at a rate between 35 and 65 in a hundred of its headcount; forms are dealt
    out evenly within council and group. Groups without a headcount do not take part.
    """
    random = np.random.default_rng(seed)
    people = _people(bank, project, random)
    traits = _facet_traits(bank, people, random)
    columns = dict(_respondent_columns(people, project))
    for item in bank.items.values():
        asked = _asked(bank, item, people)
        columns |= _answers(bank, item, traits, asked, random)
        if item.kind == "text":
            columns[item.id] = pa.array([""] * len(asked))
    table = pa.table(columns)
    return Returns(
        survey_id=bank.survey.id,
        edition=bank.survey.edition,
        fingerprint=bank.fingerprint,
        simulated=True,
        rows_in=table.num_rows,
        table=table,
    )


def _people(bank: Bank, project: Project, random: np.random.Generator) -> _People:
    cells = [(g, c) for g in range(len(bank.groups)) for c in range(len(project.councils))]
    rates = random.uniform(*RESPONSE_RATES, size=len(cells))
    heads = [project.councils[c].headcount.get(bank.groups[g].id, 0) for g, c in cells]
    counts = np.where(np.array(heads) == 1, 1, random.binomial(heads, rates))
    forms = bank.survey.forms or ("",)
    dealt = [random.permutation(np.resize(np.array(forms), count)) for count in counts]
    return _People(
        groups=bank.groups,
        councils=tuple(council.id for council in project.councils),
        group=np.repeat([g for g, _ in cells], counts).astype(np.intp),
        council=np.repeat([c for _, c in cells], counts).astype(np.intp),
        form=np.concatenate(dealt) if dealt else np.array([], dtype=np.str_),
    )


def _respondent_columns(people: _People, project: Project) -> Iterator[tuple[str, pa.Array]]:
    count = len(people.group)
    group = [people.groups[g] for g in people.group]
    has_forms = ["full" in g.tiers for g in group]
    yield "respondent", pa.array([f"s{n:06}" for n in range(1, count + 1)])
    yield "council", pa.array([people.councils[c] for c in people.council])
    yield "group", pa.array([g.id for g in group])
    yield "wave", pa.array([project.wave] * count)
    forms = zip(people.form, has_forms, strict=True)
    yield "form", pa.array([str(form) if drawn else "" for form, drawn in forms])
    yield "file", pa.array(["simulated"] * count)
    yield "row", pa.array(np.arange(2, count + 2))


def _facet_traits(
    bank: Bank, people: _People, random: np.random.Generator
) -> dict[str | None, Trait]:
    """Where each respondent stands on each facet; None is the place of items without one."""
    constructs = {c.id: _trait(people, random) for c in bank.constructs}
    traits: dict[str | None, Trait] = {None: _trait(people, random)}
    for facet in bank.facets:
        own = _trait(people, random)
        general = constructs[facet.construct_id]
        traits[facet.id] = FACET_LEANS * general + (1 - FACET_LEANS**2) ** 0.5 * own
    return traits


def _trait(people: _People, random: np.random.Generator) -> Trait:
    by_group = random.normal(0, GROUP_SPREAD, len(people.groups))[people.group]
    by_council = random.normal(0, COUNCIL_SPREAD, len(people.councils))[people.council]
    return np.asarray(by_group + by_council + random.normal(0, 0.9, len(people.group)))


def _asked(bank: Bank, item: Item, people: _People) -> npt.NDArray[np.bool_]:
    by_group = np.array([bank.asked_of(item, group) for group in people.groups])[people.group]
    return by_group & np.isin(people.form, item.forms) if item.forms else by_group


def _answers(
    bank: Bank,
    item: Item,
    traits: dict[str | None, Trait],
    asked: npt.NDArray[np.bool_],
    random: np.random.Generator,
) -> dict[str, pa.Array]:
    columns = variables_of(item, bank)
    if not columns:
        return {}
    own = (1 - ITEM_LEANS**2) ** 0.5 * random.normal(size=len(asked))
    lean = ITEM_LEANS * traits[item.facet] + own
    match item.kind:
        case "many":
            codes = _ticks(item, columns, lean, random)
        case "rank":
            codes = random.permuted(
                np.tile(np.arange(1, len(columns) + 1), (len(asked), 1)), axis=1
            ).T
        case _:
            codes = _one_code(columns[0], lean, random)[None, :]
    codes = np.where(random.random(len(asked)) < SKIP_RATE, SKIPPED, codes)
    codes = np.where(asked, codes, NOT_SHOWN).astype(np.int8)
    return {variable.name: pa.array(code) for variable, code in zip(columns, codes, strict=True)}


def _one_code(variable: Variable, lean: Trait, random: np.random.Generator) -> Codes:
    """The point each value falls on, with absences mixed in at their rates."""
    points = len(variable.points)
    toward = -lean if variable.item.direction == "down" else lean
    shift = random.normal(0, 0.3)
    if variable.item.kind == "number":
        heaped = np.round((0.45 + 0.18 * toward) * (points - 1) / 5) * 5
        code = np.clip(heaped + 1, 1, points).astype(np.int8)
    else:
        thresholds = np.linspace(-1.5, 1.5, points - 1) + shift
        code = (np.searchsorted(thresholds, toward) + 1).astype(np.int8)
    for _, absence in variable.absences:
        code = np.where(random.random(len(lean)) < ABSENCE_RATES[absence], absence, code)
    return code


def _ticks(
    item: Item, columns: tuple[Variable, ...], lean: Trait, random: np.random.Generator
) -> Codes:
    """2 for ticked, 1 for not: the likeliest options up to `choose`, none of these when none is."""
    options = np.array([v.option is not None and v.option.means == "answer" for v in columns])
    pull = random.normal(-0.4, 0.5, len(columns))[:, None] + 0.5 * lean
    pull = np.where(options[:, None], pull + random.gumbel(0, 0.6, (len(columns), len(lean))), -9)
    rank = np.argsort(np.argsort(-pull, axis=0), axis=0)
    ticked = (pull > 0) & (rank < (item.choose or len(columns)))
    none = ~ticked.any(axis=0)
    return np.where(ticked | (~options[:, None] & none), 2, 1).astype(np.int8)
