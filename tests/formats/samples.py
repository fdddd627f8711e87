"""Questionnaires small enough to read at a glance, for the tests of the formats."""

from coprod_survey.model.instrument import Option
from coprod_survey.model.project import Council, Project
from coprod_survey.model.questionnaire import (
    ManyChoice,
    Note,
    Number,
    OneChoice,
    OpenText,
    Questionnaire,
    Ranking,
    Section,
)

DONT_KNOW = Option(code="dk", label="Don't know", means="dont_know")
DOES_NOT_APPLY = Option(code="na", label="Does not apply to my work", means="does_not_apply")
WORRY = tuple(
    Option(code=str(place), label=label)
    for place, label in enumerate(
        ("Not at all worried", "A little worried", "Fairly worried", "Very worried"), 1
    )
)
STAGES = (
    Option(code="plan", label="Planning a service"),
    Option(code="money", label="Deciding what to spend money on"),
    Option(code="work", label="Doing the work"),
    Option(code="none", label="None of these", means="none_of_these"),
    DONT_KNOW,
)
TOPICS = (
    Option(code="heal", label="Health"),
    Option(code="env", label="The local environment"),
    Option(code="safe", label="Safety"),
    DONT_KNOW,
)

PROJECT = Project(
    title="Working with residents",
    holder="The Survey Trust",
    contact="survey@trust.example",
    wave="2025",
    councils=(
        Council(id="ash", name="Ashford Vale"),
        Council(id="bram", name="Bramley & District"),
    ),
)

HARM = OneChoice(
    "harm",
    "How worried would you be about people being harmed?",
    "",
    (),
    True,
    (*WORRY, DOES_NOT_APPLY),
)
BLAME = OneChoice("blame", "How worried would you be about being blamed?", "", ("A",), True, WORRY)
TIME = OneChoice("time", "How worried would you be about your time?", "", ("B",), True, WORRY)
STAGE = ManyChoice(
    "stage",
    "In the last 12 months, have you worked with residents on any of these?",
    "Think of work that residents helped with.",
    (),
    True,
    STAGES,
    2,
)
SHARE = Number(
    "share",
    "Out of every 100 adults, how many take part in a local group?",
    "Your best guess is fine.",
    ("A",),
    True,
    0,
    100,
    (DONT_KNOW,),
)
ORDER = Ranking("topics", "In which of these do most people take part?", "", (), True, TOPICS)
COMMENT = OpenText("comment", "Is there anything else?", "Please do not name anyone.", (), True)
WELCOME = Note("welcome", "Residents includes families and carers.", "", (), False)

QUESTIONNAIRE = Questionnaire(
    survey_id="residents",
    title="Working together with residents",
    edition="2025.1",
    fingerprint="0123456789ab",
    language="en",
    group_id="frontline",
    group_name="Front-line staff",
    minutes=9,
    notice=(
        "Your council has asked {holder} to run this survey. You can skip any question.\n\n"
        "{holder} keeps your answers. Questions: {contact}."
    ),
    thanks="About half of all people already help.",
    forms=("A", "B"),
    sections=(
        Section("concerns", "What could go wrong", "", "random", (WELCOME, HARM, BLAME, TIME)),
        Section("now", "What happens now", "Think of last year.", "fixed", (STAGE, SHARE, ORDER)),
        Section("end", "", "", "fixed", (COMMENT,)),
    ),
    draft=True,
)
"""Every kind of question, on two forms."""
