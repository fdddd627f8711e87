"""Which part each entry of a bank plays in a briefing, told from what the entry holds."""

from dataclasses import dataclass

from coprod_survey.model.bank import Bank
from coprod_survey.model.evidence import Facet, Fact, Index, Source, Strategy
from coprod_survey.model.instrument import Group, Item
from coprod_survey.model.results import Measure

OPENNESS = "openness"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a profile: what is measured, the words for it, and the facet it stands for."""

    measure: Measure
    label: str
    facet: Facet | None = None


@dataclass(frozen=True, slots=True)
class Perceived:
    """A question whose answer is a number that a source gives."""

    item: Item
    source: Source
    value: float


def concerns(bank: Bank) -> tuple[Row, ...]:
    """The parts of the first index that is made of concerns: facets that say what the worry is."""
    for index in bank.indices:
        rows = tuple(_row_of(part, bank) for part in index.of)
        if all(row.facet and row.facet.worry for row in rows):
            return rows
    return ()


def _row_of(part: str, bank: Bank) -> Row:
    """An index's part as its anchor item where it has one, since only anchors are compared."""
    if part in bank.items:
        facet_id = bank.items[part].facet
        facet = bank.facet(facet_id) if facet_id else None
        label = _label(facet) if facet else bank.items[part].ask
        return Row(Measure("item", part), label, facet)
    facet = bank.facet(part)
    anchors = [item for item in bank.facet_items(part) if item.tier == "anchor"]
    measure = Measure("item", anchors[0].id) if anchors else Measure("facet", part)
    return Row(measure, _label(facet), facet)


def _label(facet: Facet) -> str:
    """What a facet is called at the head of a row: it begins with a capital."""
    name = facet.plain or facet.name
    return name[:1].upper() + name[1:]


def profile(bank: Bank, group: Group) -> tuple[Row, ...]:
    """What a group's profile shows: the concerns, else the facets it was asked, else its items."""
    if rows := concerns(bank):
        return rows
    asked = [item for item in bank.items.values() if item.scored and bank.asked_of(item, group)]
    facets = dict.fromkeys(item.facet for item in asked if item.facet)
    if facets:
        return tuple(_facet_row(bank.facet(facet_id)) for facet_id in facets)
    return tuple(Row(Measure("item", i.id), i.ask) for i in asked if i.kind == "one")


def _facet_row(facet: Facet) -> Row:
    return Row(Measure("facet", facet.id), _label(facet), facet)


def summary(bank: Bank) -> Row | None:
    """The measure on which groups are compared as a whole: the first index, else first facet."""
    if bank.indices:
        return _index_row(bank.indices[0])
    scored = [facet for facet in bank.facets if bank.facet_items(facet.id)]
    return _facet_row(scored[0]) if scored else None


def _index_row(index: Index) -> Row:
    return Row(Measure("index", index.id), index.name)


def perceived(bank: Bank) -> Perceived | None:
    """The first question put to everybody that asks for a number a source gives."""
    for item in bank.items.values():
        if item.kind == "number" and item.tier == "anchor":
            for source in traced(item, bank):
                if source.value is not None:
                    return Perceived(item, source, source.value)
    return None


def helps(bank: Bank) -> Item | None:
    """The question on what would make people more willing."""
    return next(iter(_openness(bank)), None)


def formats_wanted(bank: Bank) -> Item | None:
    """The question on the form in which help is wanted."""
    return next(iter(_openness(bank)[1:]), None)


def _openness(bank: Bank) -> list[Item]:
    facets = {facet.id for facet in bank.facets if facet.construct_id == OPENNESS}
    chosen = [item for item in bank.items.values() if item.facet in facets]
    return [item for item in chosen if item.kind in ("many", "one") and item.options]


def needs(bank: Bank, group: Group) -> tuple[Row, ...]:
    """What a group could need to know: its own questions that trace to its own interests."""
    wanted = {bullet.id: bullet for bullet in bullets(bank, group, "interest")}
    rows = []
    for item in bank.items.values():
        for bullet_id in item.traces:
            if bullet_id in wanted and item.tier == "group" and item.scored:
                rows.append(Row(Measure("item", item.id), wanted[bullet_id].gist))
                break
    return tuple(rows)


def need_of(bullet_id: str, bank: Bank) -> Measure | None:
    """The measure of how much a group needs to know about one of its bullets."""
    for item in bank.items.values():
        if bullet_id in item.traces and item.tier == "group" and item.scored:
            return Measure("item", item.id)
    return None


def bullets(bank: Bank, group: Group, column: str) -> tuple[Source, ...]:
    """A group's own bullets of one column: its interests, or its gaps in what is known."""
    return tuple(s for s in bank.sources if s.group == group.id and s.column == column)


def strategy_for(bullet: Source, bank: Bank) -> Strategy | None:
    """What a group could do about one of its bullets."""
    return next((s for s in bank.strategies if s.bullet == bullet.id), None)


def facts_for(bank: Bank, group: Group) -> tuple[Fact, ...]:
    """The published facts a group may be told, those chosen for it first."""
    own = tuple(fact for fact in bank.facts if group.id in fact.groups)
    return own + tuple(fact for fact in bank.facts if not fact.groups)


def traced(entry: Item | Facet, bank: Bank) -> tuple[Source, ...]:
    """The sources an entry traces to."""
    return tuple(bank.source_by_id[t] for t in entry.traces if t in bank.source_by_id)


def referred(refs: tuple[str, ...], bank: Bank) -> tuple[Source, ...]:
    """The sources that references name."""
    return tuple(bank.source_by_id[ref] for ref in refs if ref in bank.source_by_id)
