"""What people said: the profile, the guesses, the three highest concerns, what would help."""

from collections.abc import Iterator

from coprod_survey.briefing.answers import Heard, answers, heard
from coprod_survey.briefing.audiences import Reader, Voice, beside
from coprod_survey.briefing.charts import Axis
from coprod_survey.briefing.exhibits import (
    Scored,
    Told,
    answers_chart,
    by_group_chart,
    profile_chart,
    ranked,
)
from coprod_survey.briefing.figures import BRACKETED_FROM, PLAIN_FROM, count, percentage, share_of
from coprod_survey.briefing.parts import (
    Perceived,
    Row,
    concerns,
    formats_wanted,
    helps,
    perceived,
    profile,
    summary,
)
from coprod_survey.briefing.phrases import compared, leaning, score
from coprod_survey.model.briefing import Block, Bullets, Heading, Paragraph
from coprod_survey.model.release import Shares
from coprod_survey.model.results import Base, Measure

MOST_CHOSEN, MOST_CHOSEN_SHORT = 6, 3
NATURES = ("self", "public", "practical", "judgement", "language", "")


def colleagues(reader: Reader) -> Iterator[Block]:
    """The profile of the reader's group with intervals, all other groups faint behind."""
    rows = profile(reader.bank, reader.group)
    measures = tuple(row.measure for row in rows)
    speaker = reader.speaker(measures)
    if speaker is None:
        return
    worried = bool(concerns(reader.bank))
    heading = "profile_heading" if worried else "profile_heading_scores"
    yield Heading(2, reader.say(heading, name=speaker.name))
    intro = (how_many(reader, speaker), _what_was_asked(reader), reader.say("same_meaning"))
    yield Paragraph(" ".join(filter(None, intro)))
    told = Told(speaker, ranked(reader, speaker, rows), beside(reader, speaker, measures))
    low, high = ("axis_low", "axis_high") if worried else ("scale_low", "scale_high")
    axis = Axis(reader.say(low), reader.say(high))
    title = reader.say("profile_title" if worried else "scores_title", name=speaker.name)
    yield profile_chart(reader, told, title, axis)


def how_many(reader: Reader, voice: Voice) -> str:
    """How many answered of how many asked, and whether that is a small group."""
    base = reader.release.base(voice.domain)
    if not isinstance(base, Base):
        return ""
    n, people = base.respondents, base.headcount
    rate = percentage(n / people) if people and n >= BRACKETED_FROM else None
    text = reader.say(
        "answered", name=voice.name, n=count(n), headcount=people and count(people), rate=rate
    )
    return f"{text} {reader.say('small_group', n=n)}" if n < BRACKETED_FROM else text


def _what_was_asked(reader: Reader) -> str:
    if concerns(reader.bank):
        return reader.say("asked_about")
    highs = {construct.high for construct in reader.bank.constructs}
    return reader.say("asked_scores", high=highs.pop() if len(highs) == 1 else "")


def groups_compared(reader: Reader) -> Iterator[Block]:
    """One measure for every group: what they guessed residents do, else the bank's summary."""
    found = perceived(reader.bank)
    if found:
        yield from _guesses(reader, found)
    elif len(reader.bank.groups) > 1 and (row := summary(reader.bank)):
        yield from _summaries(reader, row)


def _guesses(reader: Reader, found: Perceived) -> Iterator[Block]:
    say, value = reader.say, f"{found.value:g}"
    reference = say("guess_reference", value=value)
    axis = Axis(say("guess_axis_low"), say("guess_axis_high"), found.value, reference)
    words = (say("guess_title"), say("guess_col"), say("guess_alternative", value=value))
    chart = by_group_chart(reader, Measure("number", found.item.id), axis, words)
    if chart and not reader.short:
        yield Heading(3, say("guess_heading"))
        yield Paragraph(say("guess_intro", value=value))
    if chart:
        yield chart


def _summaries(reader: Reader, row: Row) -> Iterator[Block]:
    say = reader.say
    axis = Axis(say("scale_low"), say("scale_high"))
    alternative = say("groups_alternative", label=row.label)
    words = (say("groups_title", label=row.label), say("col_score"), alternative)
    chart = by_group_chart(reader, row.measure, axis, words)
    if chart:
        yield Heading(3, say("groups_heading"))
        yield from _in_words(reader, row)
        yield chart


def _in_words(reader: Reader, row: Row) -> Iterator[Block]:
    """The reader's group beside the first other people, as a phrase."""
    speaker = reader.speaker((row.measure,))
    other = beside(reader, speaker, (row.measure,)) if speaker else None
    if speaker is None or other is None or speaker.domain.council is not None:
        return
    mine, theirs = reader.estimate(speaker, row.measure), reader.estimate(other, row.measure)
    if mine and theirs:
        phrase = compared(mine, theirs, (speaker.name, other.name), reader.say)
        yield Paragraph(reader.say("groups_in_words", label=row.label, phrase=phrase))


def sources_of_concern(reader: Reader) -> Iterator[Block]:
    """The three highest concerns in plain words, kept apart by what they are about."""
    rows = concerns(reader.bank)
    measures = tuple(row.measure for row in rows)
    speaker = reader.speaker(measures)
    if speaker is None:
        return
    top = ranked(reader, speaker, rows)[:3]
    by_nature = sorted(top, key=lambda pair: NATURES.index(_nature(pair)))
    yield Heading(2, reader.say("sources_heading"))
    if not reader.short:
        yield Paragraph(reader.say("sources_intro", name=speaker.name))
    yield Bullets(tuple(_source_line(reader, speaker, pair) for pair in by_nature))


def _nature(pair: Scored) -> str:
    facet = pair[0].facet
    return facet.nature if facet else ""


def _source_line(reader: Reader, speaker: Voice, pair: Scored) -> str:
    row, estimate = pair
    worry = row.facet.worry if row.facet else ""
    text = reader.say(
        f"leaning_{leaning(estimate)}",
        label=row.label,
        worry=worry,
        score=score(estimate, reader.say),
    )
    shares = reader.release.share(speaker.domain, row.measure.id)
    high = share_of(shares, shares.high_share) if isinstance(shares, Shares) else None
    other = beside(reader, speaker, (row.measure,)) if speaker.domain.council is None else None
    theirs = reader.estimate(other, row.measure) if other else None
    comparison = ""
    if other and theirs:
        comparison = compared(estimate, theirs, (speaker.name, other.name), reader.say)
    nature = reader.say(f"nature_{_nature(pair)}")
    return reader.say("source_line", nature=nature, text=text, comparison=comparison, share=high)


def what_would_help(reader: Reader) -> Iterator[Block]:
    """What people say would make them more willing, and the kind of help they ask for."""
    item = helps(reader.bank)
    if item is None:
        return
    yield Heading(2, reader.say("help_heading"))
    found = heard(reader, item.id)
    if found is None:
        yield Paragraph(reader.say("help_none"))
        return
    name, n = found.voice.name, count(found.n)
    yield Paragraph(reader.say("help_intro", name=name, n=n, choose=item.choose))
    ranked_answers = sorted(found.answers, key=lambda answer: -answer.share)
    most = MOST_CHOSEN_SHORT if reader.short else MOST_CHOSEN
    title = reader.say("help_title", name=name)
    yield answers_chart(reader, ranked_answers[:most], title)
    yield from _brackets(reader, found)
    yield from _format_wanted(reader)


def _brackets(reader: Reader, found: Heard) -> Iterator[Block]:
    if found.n < PLAIN_FROM:
        yield Paragraph(reader.say("bracketed"), "small")


def _format_wanted(reader: Reader) -> Iterator[Block]:
    item = formats_wanted(reader.bank)
    found = heard(reader, item.id) if item else None
    if found:
        most, name = found.most, found.voice.name
        yield Paragraph(reader.say("format_wanted", label=most.label, share=most.text, name=name))
        yield from _brackets(reader, found)


def highest_and_lowest(reader: Reader) -> Iterator[Block]:
    """The answers to the questions with the highest and the lowest score.

    They stand in for what would help where a bank does not ask that.
    """
    if helps(reader.bank) is not None:
        return
    asked = next(_by_score(reader), ())
    ends = {"highest": asked[:1], "lowest": asked[1:][-1:]}
    if asked:
        yield Heading(2, reader.say("ends_heading"))
    for end, found in ends.items():
        for ask, heard_here in found:
            yield from _answers_to(reader, end, ask, heard_here)


def _answers_to(reader: Reader, end: str, ask: str, found: Heard) -> Iterator[Block]:
    name, n = found.voice.name, count(found.n)
    yield Paragraph(reader.say(f"{end}_intro", ask=ask, n=n, name=name))
    yield answers_chart(reader, found.answers, reader.say(f"{end}_title", name=name))
    yield from _brackets(reader, found)


def _by_score(reader: Reader) -> Iterator[list[tuple[str, Heard]]]:
    """The questions a voice has answers to show for, highest score first; nearest voice first."""
    items = {Measure("item", i.id): i for i in reader.bank.items.values() if i.kind == "one"}
    for voice in reader.voices():
        scored = [(e.mean, items[m]) for m in items if (e := reader.estimate(voice, m))]
        ordered = sorted(scored, key=lambda pair: -pair[0])
        shown = ((item.ask, answers(reader, voice, item.id)) for _, item in ordered)
        if found := [(ask, Heard(voice, given)) for ask, given in shown if given]:
            yield found
