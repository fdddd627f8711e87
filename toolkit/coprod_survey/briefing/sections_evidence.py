"""What the evidence offers: things to do, what nobody knows yet, a story."""

from collections.abc import Iterator

from coprod_survey.briefing.answers import heard
from coprod_survey.briefing.audiences import Reader
from coprod_survey.briefing.charts import Axis
from coprod_survey.briefing.exhibits import Told, profile_chart, ranked
from coprod_survey.briefing.figures import mean
from coprod_survey.briefing.parts import (
    Row,
    bullets,
    facts_for,
    helps,
    need_of,
    needs,
    referred,
    strategy_for,
)
from coprod_survey.briefing.phrases import cited
from coprod_survey.model.briefing import Action, Block, Bullets, Fact, Heading, Paragraph, Table
from coprod_survey.model.evidence import Source, Strategy
from coprod_survey.model.results import Estimate

STORY = "story"


def what_you_could_do(reader: Reader) -> Iterator[Block]:
    """A strategy for each of the group's own interests, those it most needs to know about first."""
    interests = bullets(reader.bank, reader.group, "interest")
    planned = [(b, s) for b in interests if (s := strategy_for(b, reader.bank))]
    if not planned:
        return
    scores = {bullet.id: _need(reader, bullet) for bullet, _ in planned}
    yield Heading(2, reader.say("do_heading"))
    if not reader.short or not any(scores.values()):
        yield Paragraph(reader.say("do_intro", ordered=any(scores.values())))
    for bullet, strategy in sorted(planned, key=lambda pair: -_height(scores[pair[0].id])):
        yield _action(reader, bullet, strategy, scores[bullet.id])
    yield from _need_chart(reader)


def _need(reader: Reader, bullet: Source) -> Estimate | None:
    measure = need_of(bullet.id, reader.bank)
    if measure is None:
        return None
    group = reader.voice(reader.group)
    return reader.estimate(reader.own, measure) or reader.estimate(group, measure)


def _height(estimate: Estimate | None) -> float:
    return estimate.mean if estimate else -1.0


def _action(reader: Reader, bullet: Source, strategy: Strategy, need: Estimate | None) -> Action:
    say = reader.say
    examples = referred(strategy.examples, reader.bank)
    first = examples[0] if examples else None
    return Action(
        do=strategy.do,
        because=say("because", gist=bullet.gist, score=mean(need) if need else ""),
        strength=say(f"strength_{strategy.strength}"),
        example=_example(reader, first) if first else "",
        caution=say("caution", text=strategy.caution or (first.caution if first else "")),
    )


def _example(reader: Reader, source: Source) -> str:
    where = cited((source,), reader.say)
    return where if reader.short else reader.say("example", gist=source.gist, cited=where)


def _need_chart(reader: Reader) -> Iterator[Block]:
    """How much the group says it needs to know of each of its questions.

    It stands in for the chart of what would help where nobody's percentages may be shown.
    """
    item = helps(reader.bank)
    if item is None or heard(reader, item.id):
        return
    rows = tuple(
        Row(r.measure, r.label.rstrip("."), r.facet) for r in needs(reader.bank, reader.group)
    )
    for voice in (reader.own, reader.voice(reader.group)):
        scores = ranked(reader, voice, rows)
        if scores:
            yield Heading(3, reader.say("need_heading"))
            axis = Axis(reader.say("need_low"), reader.say("need_high"))
            title = reader.say("need_title", name=voice.name)
            yield profile_chart(reader, Told(voice, scores), title, axis)
            return


def unknown(reader: Reader) -> Iterator[Block]:
    """The group's own gaps in what is known, and what this council could measure."""
    gaps = bullets(reader.bank, reader.group, "gap")
    if not gaps:
        return
    yield Heading(2, reader.say("gaps_heading"))
    if reader.short:
        yield Bullets(tuple(gap.gist for gap in gaps))
        return
    lines = [(gap, strategy_for(gap, reader.bank)) for gap in gaps]
    yield Table(
        reader.say("gaps_title"),
        (reader.say("col_unknown"), reader.say("col_measure_it")),
        tuple((gap.gist, plan.do if plan else reader.say("dash")) for gap, plan in lines),
    )


def story(reader: Reader) -> Iterator[Block]:
    """One real case told plainly, with its page and what it does not show."""
    told = _story_fact(reader) or _story_example(reader)
    if told is not None:
        yield Heading(2, reader.say("story_heading"))
        yield told


def _story_fact(reader: Reader) -> Fact | None:
    stories = (fact for fact in facts_for(reader.bank, reader.group) if STORY in fact.use)
    for fact in stories:
        sources = referred(fact.refs, reader.bank)
        caution = reader.say("caution", text=fact.caution)
        return Fact(fact.plain, cited(sources, reader.say), caution)
    return None


def _story_example(reader: Reader) -> Fact | None:
    for bullet in bullets(reader.bank, reader.group, "interest"):
        strategy = strategy_for(bullet, reader.bank)
        for source in referred(strategy.examples, reader.bank) if strategy else ():
            caution = reader.say("caution", text=source.caution)
            return Fact(source.gist, cited((source,), reader.say), caution)
    return None
