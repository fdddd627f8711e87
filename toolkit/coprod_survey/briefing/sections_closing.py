"""The close: what residents said, the name, and how we know."""

from collections.abc import Iterator

from coprod_survey.briefing.audiences import Reader, mid_sentence
from coprod_survey.briefing.figures import count
from coprod_survey.briefing.parts import concerns, profile
from coprod_survey.briefing.phrases import withheld
from coprod_survey.model.briefing import Block, Bullets, Caveat, Heading, Paragraph
from coprod_survey.model.release import Withheld
from coprod_survey.model.results import Base

NAMES = "term"


def residents(reader: Reader) -> Iterator[Block]:
    """What residents said about this page; no panel has looked at it yet."""
    if reader.bank.sources:
        yield Heading(2, reader.say("residents_heading"))
        yield Paragraph(reader.say("residents_none"))


def the_name(reader: Reader) -> Iterator[Block]:
    """What this is called: the one place where the word stands."""
    if not any(source.kind == NAMES for source in reader.bank.sources):
        return
    say = reader.say
    yield Heading(2, say("name_heading"))
    yield Paragraph(say("name_word"))
    yield Bullets(tuple(say("name_terms").split("|")))
    yield Paragraph(say("name_kinds"))
    yield Paragraph(say("name_source"), "small")


def how_we_know(reader: Reader) -> Iterator[Block]:
    """Dates, numbers, what was left out and why, and how to read the figures."""
    yield Heading(2, reader.say("how_heading"))
    if reader.release.simulated:
        yield Caveat(reader.say("how_simulated"))
    if reader.bank.is_draft:
        yield Caveat(reader.say("how_draft"))
    yield Bullets(tuple(_method(reader)))


def _method(reader: Reader) -> Iterator[str]:
    say, project, release = reader.say, reader.project, reader.release
    yield say(
        "how_when",
        fieldwork=project.fieldwork,
        wave=project.wave,
        holder=project.holder,
        contact=project.contact,
    )
    yield from _who_answered(reader)
    yield say("how_scores")
    if concerns(reader.bank):
        yield say("how_one_question")
    yield say("how_intervals")
    yield say("how_phrases")
    if names := [project.council_name(council) for council in release.councils]:
        yield say("how_councils", names=names)
    yield say("how_suppression", threshold=release.threshold)
    yield from _reliability(reader)
    yield say("how_formats")


def _who_answered(reader: Reader) -> Iterator[str]:
    """How many returns came in and who answered; nothing where no group may be shown."""
    say, release = reader.say, reader.release
    voices = [reader.voice(group) for group in reader.bank.groups]
    bases = [(voice, release.base(voice.domain)) for voice in voices]
    if not any(isinstance(base, Base) for _, base in bases):
        return
    yield say(
        "how_rows",
        rows_in=count(release.rows_in),
        rows_set_aside=release.rows_set_aside and count(release.rows_set_aside),
        cells_set_aside=release.cells_set_aside and count(release.cells_set_aside),
    )
    lines = []
    for voice, base in bases:
        if isinstance(base, Withheld):
            lines.append(say("how_response_none", name=voice.name, reason=withheld(base, say)))
        else:
            n, people = base.respondents, base.headcount
            lines.append(
                say(
                    "how_response_line",
                    name=voice.name,
                    n=count(n),
                    headcount=people and count(people),
                )
            )
    yield say("how_response", lines=lines)


def _reliability(reader: Reader) -> Iterator[str]:
    """How far the questions of a facet agree, at the least and at the most, over the reader's
    whole population.
    """
    told = {row.facet.id for row in profile(reader.bank, reader.group) if row.facet}
    found = sorted(
        (r.pairwise, r.facet)
        for r in reader.release.reliabilities
        if (r.population, r.group) == (reader.group.population, None)
        and r.facet in told
        and r.pairwise is not None
    )
    if found:
        (low, lowest), (high, highest) = found[0], found[-1]
        ends = {"low": f"{low:.2f}", "high": f"{high:.2f}"}
        named = {"lowest": _label(reader, lowest), "highest": _label(reader, highest)}
        yield reader.say("how_reliability", **ends, **named, several=len(found) > 1)


def _label(reader: Reader, facet_id: str) -> str:
    facet = reader.bank.facet(facet_id)
    return mid_sentence(facet.plain or facet.name)
