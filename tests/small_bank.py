"""A bank small enough to read at a glance: two groups, two forms, and an item of every kind."""

from coprod_survey.model.bank import Bank
from coprod_survey.model.evidence import Construct, Facet, Index
from coprod_survey.model.instrument import Group, Item, Module, Option, Scale, Survey

DONT_KNOW = Option(code="dk", label="Don't know", means="dont_know")
DOES_NOT_APPLY = Option(code="na", label="Does not apply to me", means="does_not_apply")

WORRY = Scale(
    id="worry4",
    points=(
        Option(code="1", label="Not at all worried"),
        Option(code="2", label="A little worried"),
        Option(code="3", label="Fairly worried"),
        Option(code="4", label="Very worried"),
    ),
)

STAGES = (
    Option(code="plan", label="Planning a service"),
    Option(code="money", label="Deciding what to spend"),
    Option(code="work", label="Doing the work"),
    Option(code="none", label="None of these", means="none_of_these"),
)

TOPICS = (
    Option(code="heal", label="Health"),
    Option(code="env", label="The local environment"),
    Option(code="safe", label="Safety"),
)

EVERYBODY = Module(
    id="everybody",
    items=(
        Item(id="hello", kind="note", ask="Residents includes families."),
        Item(id="harm", ask="Harm?", scale="worry4", also=("na",), facet="worry"),
        Item(id="blame", ask="Blame?", scale="worry4", facet="worry", column="Q7 Blame"),
        Item(
            id="seen",
            ask="Have you seen it done?",
            options=(Option(code="y", label="Yes, here"), Option(code="n", label="No – never")),
            also=("dk",),
            forms=("A",),
        ),
        Item(id="share", kind="number", ask="How many?", maximum=20, also=("dk",), forms=("B",)),
        Item(id="stage", kind="many", ask="Which?", options=STAGES, also=("dk",), choose=2),
        Item(id="topic", kind="rank", ask="In what order?", options=TOPICS),
        Item(id="comment", kind="text", ask="Is there anything else?"),
    ),
)

STAFF_ONLY = Module(
    id="work",
    groups=("staff",),
    items=(Item(id="time", ask="Time?", scale="worry4", facet="worry", direction="down"),),
)

BANK = Bank(
    survey=Survey(id="small", title="A small survey", edition="2026-1", forms=("A", "B")),
    populations=(),
    groups=(
        Group(id="staff", name="Front line staff", aliases=("frontline",), members="staff"),
        Group(id="councillor", name="Councillors", members="councillors", population="elected"),
    ),
    absences=(DONT_KNOW, DOES_NOT_APPLY),
    scales=(WORRY,),
    constructs=(Construct(id="concern", name="Concern", high="that people worry"),),
    facets=(Facet(id="worry", name="Worry", construct="concern", plain="how worried people are"),),
    indices=(Index(id="all", name="All", construct="concern", of=("harm", "blame"), minimum=1),),
    modules=(EVERYBODY, STAFF_ONLY),
    sources=(),
    facts=(),
    strategies=(),
)
