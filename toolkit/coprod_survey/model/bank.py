"""The bank: everything that is asked, measured and may be said, as one value."""

import hashlib
import json
from dataclasses import dataclass, fields
from functools import cached_property

from coprod_survey.model.evidence import Construct, Facet, Fact, Index, Source, Strategy
from coprod_survey.model.instrument import (
    Entry,
    Group,
    Item,
    Module,
    Option,
    Population,
    Scale,
    Survey,
)


class BankFile(Entry):
    """What one YAML file of a bank may hold. Files are read together; each key adds to the bank."""

    survey: Survey | None = None
    populations: tuple[Population, ...] = ()
    groups: tuple[Group, ...] = ()
    absences: tuple[Option, ...] = ()
    scales: tuple[Scale, ...] = ()
    constructs: tuple[Construct, ...] = ()
    facets: tuple[Facet, ...] = ()
    indices: tuple[Index, ...] = ()
    modules: tuple[Module, ...] = ()
    sources: tuple[Source, ...] = ()
    facts: tuple[Fact, ...] = ()
    strategies: tuple[Strategy, ...] = ()


@dataclass(frozen=True)
class Bank:
    """A whole bank of questions, checked: every name used in it is defined in it."""

    survey: Survey
    populations: tuple[Population, ...]
    groups: tuple[Group, ...]
    absences: tuple[Option, ...]
    scales: tuple[Scale, ...]
    constructs: tuple[Construct, ...]
    facets: tuple[Facet, ...]
    indices: tuple[Index, ...]
    modules: tuple[Module, ...]
    sources: tuple[Source, ...]
    facts: tuple[Fact, ...]
    strategies: tuple[Strategy, ...]

    @cached_property
    def items(self) -> dict[str, Item]:
        """Every item by its id, in the order asked."""
        return {item.id: item for module in self.modules for item in module.items}

    @cached_property
    def module_of(self) -> dict[str, Module]:
        """The module of each item id."""
        return {item.id: module for module in self.modules for item in module.items}

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """Every source by its id."""
        return {source.id: source for source in self.sources}

    def group(self, name: str) -> Group:
        """The group with this id, slug or alias. Raises KeyError when there is none."""
        for group in self.groups:
            if name in (group.id, group.slug, *group.aliases):
                return group
        raise KeyError(name)

    def facet(self, facet_id: str) -> Facet:
        """The facet with this id. Raises KeyError when there is none."""
        return {facet.id: facet for facet in self.facets}[facet_id]

    def facet_items(self, facet_id: str) -> tuple[Item, ...]:
        """The scored items of a facet, in the order asked."""
        return tuple(i for i in self.items.values() if i.facet == facet_id and i.scored)

    def population(self, population_id: str) -> Population:
        """The population with this id; one that is only named by a group is made from its name."""
        known = {population.id: population for population in self.populations}
        return known.get(population_id) or Population(id=population_id, name=population_id)

    def options(self, item: Item) -> tuple[Option, ...]:
        """The answers offered for an item, in reading order, absences last."""
        points = {scale.id: scale.points for scale in self.scales}
        absences = {option.code: option for option in self.absences}
        own = points[item.scale] if item.scale else item.options
        return own + tuple(absences[code] for code in item.also)

    def asked_of(self, item: Item, group: Group) -> bool:
        """Whether any form of the group's questionnaire asks the item."""
        module = self.module_of[item.id]
        return (not module.groups or group.id in module.groups) and item.tier in group.tiers

    @cached_property
    def is_draft(self) -> bool:
        """Whether any item has not been tested with people who would answer it."""
        return any(i.status == "draft" for i in self.items.values() if i.kind != "note")

    @cached_property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits of all that a respondent sees: a changed word changes them."""
        asked = {
            field.name: [entry.model_dump(mode="json") for entry in getattr(self, field.name)]
            for field in fields(self)
            if field.name in ("groups", "absences", "scales", "modules")
        }
        asked["survey"] = [self.survey.model_dump(mode="json", include={"id", "edition", "forms"})]
        text = json.dumps(asked, sort_keys=True, ensure_ascii=True)
        return hashlib.sha256(text.encode()).hexdigest()[:12]
