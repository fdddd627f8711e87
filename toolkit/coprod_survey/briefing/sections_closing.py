"""The close: what residents said, the name, and how we know."""

from collections.abc import Iterator

from coprod_survey.briefing.audiences import Reader, mid_sentence
from coprod_survey.briefing.figures import count
from coprod_survey.briefing.parts import concerns, profile
from coprod_survey.briefing.phrases import withheld
from coprod_survey.model.briefing import Block, Caveat, Heading, Paragraph
from coprod_survey.model.release import Withheld
from coprod_survey.model.results import Base

NAMES = "term"


def residents(reader: Reader) -> Iterator[Block]:
    """What residents said about this page; no panel has looked at it yet."""
    if reader.bank.sources:
        yield Heading(2, reader.say("residents_heading"))
        yield Paragraph(reader.say("residents_none"))


def about(reader: Reader) -> Iterator[Block]:
    """What this is called, and how we know: the last section, and the only one with the word."""
    yield Heading(2, reader.say("about_heading"))
    yield from _the_name(reader)
    yield from _how_we_know(reader)


def _the_name(reader: Reader) -> Iterator[Block]:
    if not any(source.kind == NAMES for source in reader.bank.sources):
        return
    say = reader.say
    yield Heading(3, say("name_heading"))
    yield Paragraph(say("name_word"))
    yield Paragraph(say("name_steps"))
    yield Paragraph(say("name_source"), "small")


def _how_we_know(reader: Reader) -> Iterator[Block]:
    """Dates, numbers, what was left out and why, and how to read the figures."""
    yield Heading(3, reader.say("how_heading"))
    warnings = [reader.say("how_simulated")] if reader.release.provenance.simulated else []
    warnings += [reader.say("how_draft")] if reader.bank.is_draft else []
    yield from (Caveat(warning) for warning in warnings)
    for part in (_who_was_asked, _how_it_was_counted, _what_is_left_out):
        yield Paragraph(" ".join(filter(None, part(reader))), "small")


def _who_was_asked(reader: Reader) -> Iterator[str]:
    say, project = reader.say, reader.project
    yield say("how_when", fieldwork=project.fieldwork, wave=project.wave)
    yield from _who_answered(reader)


def _how_it_was_counted(reader: Reader) -> Iterator[str]:
    yield reader.say("how_scores")
    if concerns(reader.bank):
        yield reader.say("how_one_question")
    else:
        yield from _reliability(reader)
    yield reader.say("how_intervals")
    yield reader.say("how_phrases")


def _what_is_left_out(reader: Reader) -> Iterator[str]:
    project = reader.project
    yield reader.say("how_suppression", threshold=reader.release.threshold)
    yield reader.say("how_contact", holder=project.holder, contact=project.contact)
    yield reader.say("how_formats")


def _who_answered(reader: Reader) -> Iterator[str]:
    """How many returns came in and who answered; nothing where no group may be shown."""
    say, release = reader.say, reader.release
    groups = (reader.group,) if reader.short else reader.bank.groups
    voices = [reader.voice(group) for group in groups]
    bases = [(voice, release.base(voice.domain)) for voice in voices]
    if not any(isinstance(base, Base) for base in release.bases.values()):
        return
    rests_on = release.provenance
    yield say(
        "how_rows",
        rows_in=count(rests_on.rows_in),
        rows_set_aside=rests_on.rows_set_aside and count(rests_on.rows_set_aside),
        cells_set_aside=rests_on.cells_set_aside and count(rests_on.cells_set_aside),
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
    """How far the questions of one facet agree, at the least and at the most.

    The figures are of the reader's whole population.
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
