"""What people said: the profile, the guesses, the three highest concerns, what would help."""

from collections.abc import Iterator
from itertools import groupby

from coprod_survey.briefing.audiences import Reader, Voice, beside
from coprod_survey.briefing.charts import Axis
from coprod_survey.briefing.exhibits import (
    Scored,
    Told,
    answers,
    answers_chart,
    by_group_chart,
    profile_chart,
    ranked,
)
from coprod_survey.briefing.figures import PLAIN_FROM, count, percentage, share_of
from coprod_survey.briefing.parts import (
    concerns,
    formats_wanted,
    helps,
    perceived,
    profile,
    summary,
)
from coprod_survey.briefing.phrases import compared, leaning, score
from coprod_survey.model.briefing import Block, Bullets, Chart, Heading, Paragraph
from coprod_survey.model.release import Shares
from coprod_survey.model.results import Base, Measure

SMALL = 30
NATURES = ("self", "public", "practical", "judgement", "language", "")


def colleagues(reader: Reader) -> Iterator[Block]:
    """The profile of the reader's group with intervals, all other groups faint behind."""
    rows = profile(reader.bank, reader.group)
    measures = tuple(row.measure for row in rows)
    speaker = reader.speaker(measures)
    if speaker is None:
        return
    yield Heading(2, reader.say("profile_heading", name=speaker.name))
    yield Paragraph(f"{how_many(reader, speaker)} {_what_was_asked(reader)}".strip())
    told = Told(speaker, ranked(reader, speaker, rows), beside(reader, speaker, measures))
    ends = ("axis_low", "axis_high") if concerns(reader.bank) else ("scale_low", "scale_high")
    axis = Axis(*(reader.say(end) for end in ends))
    title = reader.say("scores_title", name=speaker.name)
    if concerns(reader.bank):
        title = reader.say("profile_title", name=speaker.name)
    yield profile_chart(reader, told, title, axis)
    yield Paragraph(reader.say("same_meaning"), "small")


def how_many(reader: Reader, voice: Voice) -> str:
    """How many answered of how many asked, and whether that is a small group."""
    base = reader.release.base(voice.domain)
    if not isinstance(base, Base):
        return ""
    n, people = base.respondents, base.headcount
    rate = percentage(n / people) if people else None
    text = reader.say(
        "answered", name=voice.name, n=count(n), headcount=people and count(people), rate=rate
    )
    return f"{text} {reader.say('small_group', n=n)}" if n < SMALL else text


def _what_was_asked(reader: Reader) -> str:
    if concerns(reader.bank):
        return reader.say("asked_about")
    highs = {construct.high for construct in reader.bank.constructs}
    return reader.say("asked_scores", high=highs.pop() if len(highs) == 1 else "")


def groups_compared(reader: Reader) -> Iterator[Block]:
    """One measure for every group: what they guessed residents do, else the bank's summary."""
    say, found = reader.say, perceived(reader.bank)
    if found:
        value = f"{found.value:g}"
        axis = Axis(
            say("guess_axis_low"),
            say("guess_axis_high"),
            found.value,
            say("guess_reference", value=value),
        )
        words = (say("guess_title"), say("guess_col"), say("guess_alternative", value=value))
        chart = by_group_chart(reader, Measure("number", found.item.id), axis, words)
        yield from _compared_under(say("guess_heading"), say("guess_intro", value=value), chart)
    elif (row := summary(reader.bank)) and len(reader.bank.groups) > 1:
        axis = Axis(say("scale_low"), say("scale_high"))
        words = (
            say("groups_title", label=row.label),
            say("col_score"),
            say("groups_alternative", label=row.label),
        )
        chart = by_group_chart(reader, row.measure, axis, words)
        yield from _compared_under(say("groups_heading"), say("same_meaning"), chart)


def _compared_under(heading: str, intro: str, chart: Chart | None) -> Iterator[Block]:
    if chart is not None:
        yield Heading(3, heading)
        yield Paragraph(intro)
        yield chart


def sources_of_concern(reader: Reader) -> Iterator[Block]:
    """The three highest concerns in plain words, those about people's own position apart from
    those about the public.
    """
    rows = concerns(reader.bank)
    measures = tuple(row.measure for row in rows)
    speaker = reader.speaker(measures)
    if speaker is None:
        return
    top = ranked(reader, speaker, rows)[:3]
    yield Heading(2, reader.say("sources_heading"))
    yield Paragraph(reader.say("sources_intro", name=speaker.name))
    by_nature = sorted(top, key=lambda pair: NATURES.index(_nature(pair)))
    for nature, pairs in groupby(by_nature, key=_nature):
        yield Heading(3, reader.say(f"nature_{nature}"))
        yield Bullets(tuple(_source_line(reader, speaker, pair) for pair in pairs))


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
    return reader.say("source_line", text=text, comparison=comparison, share=high)


def what_would_help(reader: Reader) -> Iterator[Block]:
    """The share that chose each thing that would make them more willing, and the help they ask
    for.
    """
    item = helps(reader.bank)
    if item is None:
        return
    yield Heading(2, reader.say("help_heading"))
    for voice in reader.voices():
        given = sorted(answers(reader, voice, item.id), key=lambda answer: -answer[1])
        if given:
            n = given[0][2].n
            yield Paragraph(
                reader.say("help_intro", name=voice.name, n=count(n), choose=item.choose)
            )
            title = reader.say("help_title", name=voice.name)
            yield answers_chart(reader, given[:5] if reader.short else given, title)
            yield from _brackets(reader, n)
            break
    else:
        yield Paragraph(reader.say("help_none"))
    yield from _format_wanted(reader)


def _brackets(reader: Reader, n: int) -> Iterator[Block]:
    if n < PLAIN_FROM:
        yield Paragraph(reader.say("bracketed"), "small")


def _format_wanted(reader: Reader) -> Iterator[Block]:
    item = formats_wanted(reader.bank)
    for voice in reader.voices() if item else ():
        given = answers(reader, voice, item.id)
        if given:
            label, share, shares = max(given, key=lambda answer: answer[1])
            text = share_of(shares, share)
            yield Paragraph(reader.say("format_wanted", label=label, share=text, name=voice.name))
            return


def furthest(reader: Reader) -> Iterator[Block]:
    """For a bank with no question on what would help: the answers to the question whose score
    lies furthest from the middle.
    """
    if helps(reader.bank) is not None:
        return
    for voice in reader.voices():
        scored = sorted(_scored_items(reader, voice), key=lambda pair: -abs(pair[1] - 50))
        for item_id, _ in scored:
            if given := answers(reader, voice, item_id):
                yield from _furthest(reader, voice, item_id, given[0][2].n)
                return


def _scored_items(reader: Reader, voice: Voice) -> Iterator[tuple[str, float]]:
    for item in reader.bank.items.values():
        estimate = reader.estimate(voice, Measure("item", item.id))
        if estimate and item.kind == "one":
            yield item.id, estimate.mean


def _furthest(reader: Reader, voice: Voice, item_id: str, n: int) -> Iterator[Block]:
    ask = reader.bank.items[item_id].ask
    yield Heading(2, reader.say("furthest_heading"))
    yield Paragraph(reader.say("furthest_intro", ask=ask, n=count(n), name=voice.name))
    title = reader.say("furthest_title", label=ask)
    yield answers_chart(reader, answers(reader, voice, item_id), title)
    yield from _brackets(reader, n)
