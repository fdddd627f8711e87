"""Releases to write briefings from: the demonstration, and a survey of another kind."""

from dataclasses import replace
from functools import cache

from coprod_survey.bank.read import read_bank
from coprod_survey.disclose import disclose_results
from coprod_survey.estimate import estimate_results
from coprod_survey.model.bank import Bank
from coprod_survey.model.evidence import Construct, Facet, Index
from coprod_survey.model.instrument import Group, Item, Module, Option, Scale, Survey
from coprod_survey.model.project import Council, Project
from coprod_survey.model.release import Reason, Release, Withheld
from coprod_survey.project import read_project
from coprod_survey.shipped import questionnaires_dir, templates_dir
from coprod_survey.simulate import simulate_returns
from coprod_survey.tally import tally_returns

COUNCIL = "marlbury"
"""The largest council of the demonstration; ashdene has small groups."""


@cache
def shipped_bank() -> Bank:
    return read_bank(questionnaires_dir())


@cache
def demo_project() -> Project:
    return read_project(templates_dir() / "demo" / "survey.yaml", shipped_bank())


def released(bank: Bank, project: Project, seed: int) -> Release:
    return disclose_results(
        estimate_results(tally_returns(simulate_returns(bank, project, seed), bank), bank, project)
    )


@cache
def demo_release(seed: int = 1) -> Release:
    return released(shipped_bank(), demo_project(), seed)


def all_withheld(release: Release) -> Release:
    """The same cells, every one withheld."""
    cell = Withheld(Reason.TOO_FEW)
    return replace(
        release,
        bases=dict.fromkeys(release.bases, cell),
        estimates=dict.fromkeys(release.estimates, cell),
        shares=dict.fromkeys(release.shares, cell),
        reliabilities=(),
    )


AGREE = tuple(
    Option(code=str(n), label=label)
    for n, label in enumerate(("Never", "Seldom", "Sometimes", "Often", "Always"), 1)
)


@cache
def canteen_bank() -> Bank:
    """A staff survey that has nothing to do with ours: other groups, no literature, no concerns."""
    items = tuple(
        Item(
            id=f"{facet}{n}", ask=f"How often is the {facet} good, {n}?", scale="often", facet=facet
        )
        for facet in ("food", "queue", "price")
        for n in (1, 2, 3)
    )
    return Bank(
        survey=Survey(id="canteen", title="The canteen", edition="3"),
        populations=(),
        groups=(
            Group(id="day", name="Day staff", members="day staff"),
            Group(id="night", name="Night staff", members="night staff"),
        ),
        absences=(),
        scales=(Scale(id="often", points=AGREE),),
        constructs=(Construct(id="canteen", name="Canteen", high="a better canteen"),),
        facets=tuple(
            Facet.model_validate({"id": name, "name": name.capitalize(), "construct": "canteen"})
            for name in ("food", "queue", "price")
        ),
        indices=(
            Index.model_validate(
                {
                    "id": "whole",
                    "name": "The canteen as a whole",
                    "construct": "canteen",
                    "of": ("food", "queue", "price"),
                    "minimum": 2,
                }
            ),
        ),
        modules=(Module(id="all", items=items),),
        sources=(),
        facts=(),
        strategies=(),
    )


@cache
def canteen_project() -> Project:
    return Project(
        councils=(Council(id="works", name="Works", headcount={"day": 300, "night": 90}),)
    )


@cache
def canteen_release() -> Release:
    return released(canteen_bank(), canteen_project(), 5)
