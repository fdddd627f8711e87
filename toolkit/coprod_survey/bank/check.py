"""What must hold across a bank: each check is a small function from a Bank to its findings."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from coprod_survey.model.bank import Bank
from coprod_survey.model.instrument import Item, Option
from coprod_survey.model.problem import nearest
from coprod_survey.model.returns import RESPONDENT_COLUMNS
from coprod_survey.model.variable import WIDEST, variables_of

CHOICES = ("one", "many", "rank")


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with one entry of a bank: its kind (`items`), its name, and the key at fault."""

    kind: str
    id: str
    field: str
    code: str
    message: str
    hint: str = ""


Check = Callable[[Bank], Iterator[Finding]]
"""Looks at a whole bank and yields what is wrong with it."""


def items_have_answers(bank: Bank) -> Iterator[Finding]:
    """A question to choose from has a scale or options; other kinds have neither."""
    for item in bank.items.values():
        if item.kind in CHOICES and not item.scale and not item.options:
            message = f'an item of kind "{item.kind}" must have a scale or options'
            yield Finding("items", item.id, "kind", "options-missing", message)
        if item.scale and item.options:
            message = "an item must have a scale or options of its own, not both"
            yield Finding("items", item.id, "options", "options-twice", message)
        if item.kind in ("text", "note", "number") and (item.scale or item.options):
            message = f'an item of kind "{item.kind}" must have no scale and no options'
            yield Finding("items", item.id, "kind", "options-unused", message)


def names_are_known(bank: Bank) -> Iterator[Finding]:
    """Every name used is defined: scales, facets, groups, forms, constructs, sources, modules."""
    scales = [scale.id for scale in bank.scales]
    facets = [facet.id for facet in bank.facets]
    groups = [group.id for group in bank.groups]
    sources = list(bank.source_by_id)
    for item in bank.items.values():
        yield from _unknown("items", item.id, "scale", _given(item.scale), scales)
        yield from _unknown("items", item.id, "facet", _given(item.facet), facets)
        yield from _unknown("items", item.id, "forms", item.forms, bank.survey.forms)
        yield from _unknown("items", item.id, "also", item.also, [a.code for a in bank.absences])
        yield from _unknown("items", item.id, "traces", item.traces, sources)
    for module in bank.modules:
        yield from _unknown("modules", module.id, "groups", module.groups, groups)
    constructs = [construct.id for construct in bank.constructs]
    for facet in bank.facets:
        yield from _unknown("facets", facet.id, "construct", [facet.construct_id], constructs)
        yield from _unknown("facets", facet.id, "traces", facet.traces, sources)
    for index in bank.indices:
        yield from _unknown("indices", index.id, "construct", [index.construct_id], constructs)
        yield from _unknown("indices", index.id, "of", index.of, [*facets, *bank.items])
    modules = [module.id for module in bank.modules]
    yield from _unknown("survey", bank.survey.id, "order", bank.survey.order, modules)


def evidence_is_known(bank: Bank) -> Iterator[Finding]:
    """Facts and strategies rest on sources that are listed, and speak to groups that exist."""
    sources = list(bank.source_by_id)
    groups = [group.id for group in bank.groups]
    facets = [facet.id for facet in bank.facets]
    for fact in bank.facts:
        yield from _unknown("facts", fact.id, "refs", fact.refs, sources)
        yield from _unknown("facts", fact.id, "groups", fact.groups, groups)
    for strategy in bank.strategies:
        name = strategy.bullet
        yield from _unknown("strategies", name, "bullet", [name], sources)
        yield from _unknown("strategies", name, "examples", strategy.examples, sources)
        yield from _unknown("strategies", name, "refs", strategy.refs, sources)
        yield from _unknown("strategies", name, "ask", strategy.ask, [*facets, *bank.items])
    for source in bank.sources:
        yield from _unknown("sources", source.id, "group", _given(source.group), groups)


def option_codes_are_unique(bank: Bank) -> Iterator[Finding]:
    """No two answers of one question have the same code."""
    message = 'each answer must have its own code; "{}" is there twice'
    in_scale: dict[str | None, list[str]] = {None: []}
    for scale in bank.scales:
        in_scale[scale.id] = _repeats(option.code for option in scale.points)
        for code in in_scale[scale.id]:
            yield Finding("scales", scale.id, "points", "code-twice", message.format(code))
    for item in bank.items.values():
        for code in _repeats(option.code for option in _options(bank, item)):
            if code not in in_scale[item.scale]:
                yield Finding("items", item.id, "also", "code-twice", message.format(code))


def keys_name_answers(bank: Bank) -> Iterator[Finding]:
    """The right answer of a knowledge question is one of its answers."""
    for item in bank.items.values():
        if item.kind == "number" and isinstance(item.key, int):
            if not item.minimum <= item.key <= item.maximum:
                message = f"key must be from {item.minimum} to {item.maximum}, not {item.key}"
                yield Finding("items", item.id, "key", "key-unknown", message)
        elif item.key is not None:
            keys = item.key if isinstance(item.key, tuple) else (str(item.key),)
            codes = [option.code for option in _options(bank, item)]
            yield from _unknown("items", item.id, "key", keys, codes)


def numbers_fit(bank: Bank) -> Iterator[Finding]:
    """A number has room between its ends, and no more values than a column can hold."""
    for item in bank.items.values():
        if item.kind == "number" and not 0 < item.maximum - item.minimum < WIDEST:
            message = f"maximum must be 1 to {WIDEST - 1} above minimum, not {item.maximum}"
            yield Finding("items", item.id, "maximum", "range-wrong", message)


def columns_do_not_clash(bank: Bank) -> Iterator[Finding]:
    """No two questions fill the same column, and none that of the respondent's details."""
    reserved = {*RESPONDENT_COLUMNS, "edition", "fingerprint", "language", "simulated"}
    for item in bank.items.values():
        if item.id in reserved:
            message = f'"{item.id}" is the heading of another column and must not be an item id'
            yield Finding("items", item.id, "id", "name-reserved", message)
    headings = {item.id: _headings(bank, item) for item in bank.items.values()}
    for heading in _repeats(name for names in headings.values() for name in names):
        for item in [i for i in bank.items.values() if heading in headings[i.id]][1:]:
            message = f'two items must not be read from one column, "{heading}"'
            yield Finding("items", item.id, "column", "column-twice", message)


def group_names_are_unique(bank: Bank) -> Iterator[Finding]:
    """An alias belongs to one group."""
    names = [name for group in bank.groups for name in {group.id, *group.aliases}]
    for name in _repeats(names):
        group = [g for g in bank.groups if name in (g.id, *g.aliases)][-1]
        message = f'"{name}" must name one group, not two'
        yield Finding("groups", group.id, "aliases", "alias-twice", message)


def something_is_asked(bank: Bank) -> Iterator[Finding]:
    """There is at least one group, and each has at least one question."""
    asked = [item for item in bank.items.values() if item.kind != "note"]
    if not bank.groups:
        message = "a bank must have at least one group of people to ask"
        yield Finding("survey", bank.survey.id, "", "groups-missing", message)
    for group in bank.groups:
        if not any(bank.asked_of(item, group) for item in asked):
            message = f'the group "{group.id}" must be asked something'
            yield Finding("groups", group.id, "", "group-unasked", message)


def bullets_are_asked_or_excused(bank: Bank) -> Iterator[Finding]:
    """Every bullet of the literature is asked about, or says why not."""
    traced = {trace for item in bank.items.values() for trace in item.traces}
    for source in bank.sources:
        if source.kind == "bullet" and source.id not in traced and not source.not_asked:
            message = f'the bullet "{source.id}" must be traced by an item, or say why not'
            hint = "Add it to an item's traces, or give the source a not_asked reason."
            yield Finding("sources", source.id, "", "bullet-unasked", message, hint)


CHECKS: tuple[Check, ...] = (
    items_have_answers,
    names_are_known,
    evidence_is_known,
    option_codes_are_unique,
    keys_name_answers,
    numbers_fit,
    columns_do_not_clash,
    group_names_are_unique,
    something_is_asked,
    bullets_are_asked_or_excused,
)


def _given(name: str | None) -> tuple[str, ...]:
    return () if name is None else (name,)


def _unknown(
    kind: str, name: str, field: str, used: Collection[str], known: Collection[str]
) -> Iterator[Finding]:
    for word in used:
        if word not in known:
            choices = ", ".join(sorted(known)) if 0 < len(known) <= 40 else f"a known {field}"
            message = f'{field} must be one of {choices}, not "{word}"'
            yield Finding(kind, name, field, f"{field}-unknown", message, nearest(word, known))


def _options(bank: Bank, item: Item) -> tuple[Option, ...]:
    """The answers of an item; none where its scale is unknown, which is a finding of its own."""
    try:
        return bank.options(item)
    except KeyError:
        return ()


def _headings(bank: Bank, item: Item) -> tuple[str, ...]:
    """The column headings an item's answers stand under in a returns file."""
    if item.kind == "text":
        return ((item.column or item.id).lower(),)
    try:
        return tuple(variable.heading.lower() for variable in variables_of(item, bank))
    except KeyError:
        return ()


def _repeats(names: Iterable[str]) -> list[str]:
    return sorted(name for name, count in Counter(names).items() if count > 1)
