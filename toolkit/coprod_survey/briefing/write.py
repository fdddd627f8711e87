"""Release → Briefing: the sections in their order, each written for one group of readers."""

from collections.abc import Callable, Iterator
from typing import Final

from coprod_survey.briefing.audiences import Reader
from coprod_survey.briefing.parts import profile
from coprod_survey.briefing.phrases import words
from coprod_survey.briefing.sections_answers import (
    colleagues,
    groups_compared,
    highest_and_lowest,
    sources_of_concern,
    what_would_help,
)
from coprod_survey.briefing.sections_closing import about, residents
from coprod_survey.briefing.sections_evidence import story, unknown, what_you_could_do
from coprod_survey.briefing.sections_key import headline, headline_text, killer_facts
from coprod_survey.model.bank import Bank
from coprod_survey.model.briefing import Block, Briefing, Furniture, Heading, Paragraph
from coprod_survey.model.instrument import Group
from coprod_survey.model.project import Project
from coprod_survey.model.release import Release

Section = Callable[[Reader], Iterator[Block]]
"""Writes the blocks of one section; none where the bank or the release gives it nothing to say."""

SECTIONS: Final[tuple[Section, ...]] = (
    headline,
    killer_facts,
    colleagues,
    groups_compared,
    sources_of_concern,
    what_would_help,
    highest_and_lowest,
    what_you_could_do,
    unknown,
    story,
    residents,
    about,
)
"""In the order read: key messages, what people said, what to do, and how we know."""


def write_briefing(
    release: Release, bank: Bank, group: Group, project: Project, council: str | None = None
) -> Briefing:
    """The briefing for a group, on all councils or with one council's own figures.

    It says what the release shows and nothing else. Sections that the bank has nothing for are
    left out, so any bank gives a briefing. Raises UnknownName where there are no words in the
    bank's language.
    """
    survey = bank.survey
    say = words(survey.language, survey.cited_as, survey.citation, survey.places)
    reader = Reader(release, bank, group, project, council, say)
    heading = _heading(reader)
    opening = (
        Heading(1, heading),
        Paragraph(_written_for(reader), "small"),
    )
    return Briefing(
        title=say("title", survey=project.title or bank.survey.title, heading=heading),
        audience=group.name,
        council=council,
        language=bank.survey.language,
        author=say("author", holder=project.holder),
        summary=headline_text(reader),
        banner=_banner(reader),
        footer=_footer(reader),
        pages=group.pages,
        furniture=_furniture(reader),
        blocks=opening + tuple(block for section in SECTIONS for block in section(reader)),
    )


def _heading(reader: Reader) -> str:
    """The title, which names those whose answers are told."""
    speaker = reader.speaker(tuple(row.measure for row in profile(reader.bank, reader.group)))
    return reader.say("heading", name=(speaker or reader.own).name)


def _written_for(reader: Reader) -> str:
    return reader.say(
        "written_for",
        survey=reader.project.title or reader.bank.survey.title,
        group=reader.own.name,
        councils=len(reader.release.councils),
        beside=reader.council is not None,
        fieldwork="" if reader.short else reader.project.fieldwork,
    )


def _banner(reader: Reader) -> str:
    lines = [reader.say("banner_simulated")] if reader.release.provenance.simulated else []
    lines += [reader.say("banner_draft")] if reader.bank.is_draft else []
    return " ".join(lines)


def _footer(reader: Reader) -> str:
    rests_on, survey = reader.release.provenance, reader.bank.survey
    return reader.say(
        "footer", survey=survey.title, edition=rests_on.edition, fingerprint=rests_on.fingerprint
    )


def _furniture(reader: Reader) -> Furniture:
    names = ("page_label", "table_label", "tables_heading", "show_table", "skip_link", "notice")
    return Furniture(**{name: reader.say(name) for name in names})
