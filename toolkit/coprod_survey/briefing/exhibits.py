"""Exhibits: a chart, the sentence that says what it shows, and the table of its numbers."""

from collections.abc import Sequence
from dataclasses import dataclass

from coprod_survey.briefing.answers import Answer
from coprod_survey.briefing.audiences import (
    Reader,
    Voice,
    mid_sentence,
    others,
    whom_to_list,
)
from coprod_survey.briefing.charts import Axis, Bar, Dot, DotRow, Key, bar_chart, dot_plot
from coprod_survey.briefing.figures import count, interval, mean, whole
from coprod_survey.briefing.parts import Row, concerns
from coprod_survey.briefing.phrases import score, withheld
from coprod_survey.model.briefing import Chart, Table
from coprod_survey.model.release import Withheld
from coprod_survey.model.results import Estimate, Measure

Scored = tuple[Row, Estimate]


@dataclass(frozen=True, slots=True)
class Told:
    """Rows a voice has figures for, highest first, and who stands beside it."""

    voice: Voice
    scores: tuple[Scored, ...]
    beside: Voice | None = None


def room(reader: Reader) -> float:
    """Space between the lines of a chart."""
    return 2.0 if reader.short else 3.5


def ranked(reader: Reader, voice: Voice, rows: Sequence[Row]) -> tuple[Scored, ...]:
    """The rows that have a figure to show, highest first."""
    found = [(row, e) for row in rows if (e := reader.estimate(voice, row.measure))]
    return tuple(sorted(found, key=lambda pair: -pair[1].mean))


def profile_chart(reader: Reader, told: Told, title: str, axis: Axis) -> Chart:
    """A voice's scores with intervals, those beside it as squares, all other groups faint."""
    say = reader.say
    faint = {row.measure: _faint(reader, told, row.measure) for row, _ in told.scores}
    rows = [
        DotRow(row.label, _dot(e), score(e, say), _beside(reader, told, row), faint[row.measure])
        for row, e in told.scores
    ]
    key = Key(
        say("key_own", name=told.voice.name),
        told.beside.name if told.beside else "",
        say("key_faint") if any(faint.values()) else "",
    )
    lines = [say("chart_row", label=r.label, score=score(e, say)) for r, e in told.scores]
    what = say("dot_chart_of", title=title)
    alternative = say(
        "chart_alternative", what=what, rows=lines, beside=_beside_sentence(reader, told)
    )
    table = _profile_table(reader, told, title, faint)
    return Chart(title, dot_plot(rows, axis, key, room(reader)), alternative, table)


def _dot(estimate: Estimate) -> Dot:
    return Dot(estimate.mean, estimate.low, estimate.high)


def _beside(reader: Reader, told: Told, row: Row) -> float | None:
    found = reader.estimate(told.beside, row.measure) if told.beside else None
    return found.mean if found else None


def _faint(reader: Reader, told: Told, measure: Measure) -> tuple[float, ...]:
    seen = {told.voice.domain, told.beside.domain if told.beside else None}
    groups = (voice for voice in others(reader, told.voice) if voice.domain not in seen)
    return tuple(e.mean for voice in groups if (e := reader.estimate(voice, measure)))


def _beside_sentence(reader: Reader, told: Told) -> str:
    if told.beside is None:
        return ""
    found = [(row, reader.estimate(told.beside, row.measure)) for row, _ in told.scores]
    lines = [reader.say("chart_row", label=row.label, score=mean(e)) for row, e in found if e]
    return reader.say("chart_beside", name=told.beside.name, rows=lines)


def _profile_table(
    reader: Reader, told: Told, title: str, faint: dict[Measure, tuple[float, ...]]
) -> Table:
    say = reader.say
    header = [say("col_concern") if concerns(reader.bank) else say("col_measure")]
    header += [say("col_score"), say("col_interval"), say("col_answers")]
    header += [say("col_score_of", name=told.beside.name)] if told.beside else []
    header += [say("col_others")] if any(faint.values()) else []
    lines = []
    for row, estimate in told.scores:
        cells = [row.label, mean(estimate), _ends(reader, estimate), count(estimate.n)]
        if told.beside:
            cells.append(_cell(reader, told.beside, row.measure))
        if any(faint.values()):
            cells.append(_spread(reader, faint[row.measure]))
        lines.append(tuple(cells))
    return Table(title, tuple(header), tuple(lines))


def _ends(reader: Reader, estimate: Estimate) -> str:
    ends = interval(estimate)
    return reader.say("range", low=ends[0], high=ends[1]) if ends else reader.say("dash")


def _cell(reader: Reader, voice: Voice, measure: Measure) -> str:
    found = reader.release.estimate(voice.domain, measure)
    return withheld(found, reader.say) if isinstance(found, Withheld) else mean(found)


def _spread(reader: Reader, values: tuple[float, ...]) -> str:
    if not values:
        return reader.say("dash")
    low, high = whole(min(values)), whole(max(values))
    return reader.say("range", low=low, high=high) if low < high else str(low)


def by_group_chart(
    reader: Reader, measure: Measure, axis: Axis, words: tuple[str, str, str]
) -> Chart | None:
    """One measure for every group, the reader's own filled; None when no group has a figure.

    `words` are the title, the head of the column of figures, and what the chart is.
    """
    say = reader.say
    title, column, what = words
    listed = whom_to_list(reader)
    cells = [(voice, reader.release.estimate(voice.domain, measure)) for voice in listed]
    if not any(isinstance(cell, Estimate) for _, cell in cells):
        return None
    if reader.short:
        cells = [(voice, cell) for voice, cell in cells if isinstance(cell, Estimate)]
    rows = [_group_row(reader, voice, cell) for voice, cell in cells]
    lines = [say("chart_row", label=row.label, score=row.text) for row in rows]
    table = Table(
        title,
        (say("col_group"), column, say("col_interval"), say("col_answers")),
        tuple(_group_line(reader, voice, cell) for voice, cell in cells),
    )
    alternative = say("by_group_alternative", what=what, rows=lines)
    drawing = dot_plot(rows, axis, Key(""), room(reader))
    return Chart(title, drawing, alternative, table)


def _group_row(reader: Reader, voice: Voice, cell: Estimate | Withheld) -> DotRow:
    label = voice.name[:1].upper() + voice.name[1:]
    if isinstance(cell, Withheld):
        return DotRow(label, None, withheld(cell, reader.say))
    strong = voice.domain.group == reader.group.id
    return DotRow(label, _dot(cell), score(cell, reader.say), strong=strong)


def _group_line(reader: Reader, voice: Voice, cell: Estimate | Withheld) -> tuple[str, ...]:
    label, dash = voice.name[:1].upper() + voice.name[1:], reader.say("dash")
    if isinstance(cell, Withheld):
        return label, withheld(cell, reader.say), dash, dash
    return label, mean(cell), _ends(reader, cell), count(cell.n)


def answers_chart(reader: Reader, given: Sequence[Answer], title: str) -> Chart:
    """The share that gave each answer, as bars."""
    say = reader.say
    lines = [say("chart_row", label=answer.label, score=answer.text) for answer in given]
    table = Table(
        title,
        (say("col_answer"), say("col_share"), say("col_answers")),
        tuple((answer.label, answer.text, count(answer.n)) for answer in given),
    )
    bars = [Bar(answer.label, answer.share, answer.text) for answer in given]
    alternative = say("bar_chart_alternative", title=title, rows=lines)
    return Chart(title, bar_chart(bars, room(reader)), alternative, table)


def label_of(row: Row) -> str:
    """A row's label inside a sentence."""
    return mid_sentence(row.label)
