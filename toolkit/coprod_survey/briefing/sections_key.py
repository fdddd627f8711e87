"""The first page: a headline and three facts."""

from collections.abc import Iterator

from coprod_survey.briefing.answers import heard
from coprod_survey.briefing.audiences import Reader, Voice, beside
from coprod_survey.briefing.differences import difference, verdict
from coprod_survey.briefing.exhibits import label_of, ranked
from coprod_survey.briefing.figures import mean, share_of
from coprod_survey.briefing.parts import (
    Perceived,
    concerns,
    facts_for,
    helps,
    perceived,
    profile,
    referred,
)
from coprod_survey.briefing.phrases import cited, score, this_survey
from coprod_survey.model.briefing import Block, Fact, Heading, Paragraph
from coprod_survey.model.evidence import Fact as Published
from coprod_survey.model.release import Withheld
from coprod_survey.model.results import Estimate, Measure

WORDS_IN_HEADLINE = 20


def headline(reader: Reader) -> Iterator[Block]:
    """One sentence with a number and a comparison; and whose answers follow, if not the reader's.

    The sentence itself is `headline_text`.
    """
    yield Paragraph(headline_text(reader), "lead")
    rows = profile(reader.bank, reader.group)
    speaker = reader.speaker(tuple(row.measure for row in rows))
    threshold = reader.release.threshold
    if speaker is None:
        yield Paragraph(reader.say("nobody", threshold=threshold))
    elif speaker != reader.own:
        yield Paragraph(
            reader.say("instead", group=reader.own.briefly, voice=speaker.name, threshold=threshold)
        )


def headline_text(reader: Reader) -> str:
    """The headline itself: the first wording that keeps to twenty words."""
    rows = profile(reader.bank, reader.group)
    measures = tuple(row.measure for row in rows)
    speaker = reader.speaker(measures)
    if speaker is None:
        return reader.say("headline_none", name=reader.own.name)
    scores = ranked(reader, speaker, rows)
    (top, highest), (last, lowest) = scores[0], scores[-1]
    values = {"label": label_of(top), "name": speaker.briefly, "mean": mean(highest)}
    ends = {"lowest": label_of(last), "lowest_mean": mean(lowest)}
    candidates = []
    if concerns(reader.bank):
        candidates += list(_comparing(reader, speaker, (top.measure, highest), values))
        candidates.append(reader.say("headline_lowest", **values, **ends))
    candidates.append(reader.say("headline_scores", **values, **ends))
    del values["name"]
    candidates.append(reader.say("headline_short", **values, **ends))
    return next((c for c in candidates if len(c.split()) <= WORDS_IN_HEADLINE), candidates[-1])


def _comparing(
    reader: Reader, speaker: Voice, top: tuple[Measure, Estimate], values: dict[str, str]
) -> Iterator[str]:
    measure, highest = top
    other = beside(reader, speaker, (measure,))
    theirs = reader.estimate(other, measure) if other else None
    if other is None or theirs is None:
        return
    if speaker.domain.council is not None:
        yield reader.say("headline_beside", **values, theirs=mean(theirs))
        yield reader.say("headline_beside_short", **values, theirs=mean(theirs))
    elif found := difference(highest, theirs):
        phrase = f"headline_{verdict(found)}"
        yield reader.say(phrase, **values, other=other.briefly, theirs=mean(theirs))


def killer_facts(reader: Reader) -> Iterator[Block]:
    """One fact from this survey, one on what people guessed, one published.

    The published one cuts the other way, so that no briefing argues for one side.
    """
    if not reader.bank.facts:
        return
    yield Heading(2, reader.say("facts_heading"))
    yield _survey_fact(reader)
    if found := perceived(reader.bank):
        yield _guess_fact(reader, found)
    yield from (_published(reader, fact) for fact in other_way(reader)[:1])


def other_way(reader: Reader) -> list[Published]:
    """Published facts for this group that cut the other way, those chosen for it first."""
    return [fact for fact in facts_for(reader.bank, reader.group) if fact.cuts_both_ways]


def _survey_fact(reader: Reader) -> Fact:
    item = helps(reader.bank)
    found = heard(reader, item.id) if item else None
    if item is None or found is None:
        return _concern_fact(reader)
    most, name = found.most, found.voice.name
    return Fact(
        reader.say("fact_help", share=most.text, name=name, label=most.label),
        this_survey(most.n, reader.say),
        reader.say("fact_help_caution", choose=item.choose),
    )


def _concern_fact(reader: Reader) -> Fact:
    rows = profile(reader.bank, reader.group)
    speaker = reader.speaker(tuple(row.measure for row in rows))
    if speaker is None:
        return Fact(reader.say("fact_none"), "")
    row, highest = ranked(reader, speaker, rows)[0]
    words = score(highest, reader.say)
    return Fact(
        reader.say("fact_concern", label=label_of(row), name=speaker.name, score=words),
        this_survey(highest.n, reader.say),
        reader.say("fact_concern_caution", name=speaker.name),
    )


def _guess_fact(reader: Reader, found: Perceived) -> Fact:
    say = reader.say
    published = [fact for fact in reader.bank.facts if found.source.id in fact.refs]
    where = cited((found.source,), say)
    caution = say("guess_caution", caution=published[0].caution if published else "")
    measure = Measure("number", found.item.id)
    speaker = reader.speaker((measure,))
    guess = reader.estimate(speaker, measure) if speaker else None
    if speaker is None or guess is None:
        told = published[0].plain if published else found.source.gist
        return Fact(f"{say('guess_none', name=reader.own.name)} {told}", where, caution)
    value = f"{found.value:g}"
    name = speaker.name[:1].upper() + speaker.name[1:]
    text = say(
        _beside_the_value(guess, found.value), name=name, score=score(guess, say), value=value
    )
    bands = _bands(reader, speaker, found)
    source = say("both_sources", survey=this_survey(guess.n, say), cited=where)
    return Fact(f"{text} {bands}".strip(), source, caution)


def _beside_the_value(guess: Estimate, value: float) -> str:
    if guess.high is not None and guess.high < value:
        return "guess_below"
    if guess.low is not None and guess.low > value:
        return "guess_above"
    return "guess_near"


def _bands(reader: Reader, speaker: Voice, found: Perceived) -> str:
    """The shares that guessed below, around and above the value, where they may be shown."""
    shares, cuts = reader.release.share(speaker.domain, found.item.id), found.item.bands
    if isinstance(shares, Withheld) or share_of(shares, 0.0) is None or len(cuts) != 2:
        return ""
    low, middle, high = (share_of(shares, point) for point in shares.points)
    lines = [
        reader.say("band_under", share=low, upper=cuts[0]),
        reader.say("band_between", share=middle, lower=cuts[0], upper=cuts[1] - 1),
        reader.say("band_over", share=high, lower=cuts[1] - 1),
    ]
    return reader.say("guess_shares", bands=lines)


def _published(reader: Reader, fact: Published) -> Fact:
    return Fact(
        fact.plain,
        cited(referred(fact.refs, reader.bank), reader.say),
        reader.say("caution", text=fact.caution),
    )
