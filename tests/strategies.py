"""Hypothesis strategies for the values of the model."""

from hypothesis import strategies as st

from coprod_survey.model.instrument import Meaning, Option
from coprod_survey.model.questionnaire import (
    ManyChoice,
    Note,
    Number,
    OneChoice,
    OpenText,
    Question,
    Questionnaire,
    Ranking,
    Section,
)

LETTERS = "abcdefgh ABC 0123 <>&\"'{}%.,:;?!()/\\=+-@–’“”£ŵŷâêîôûčřšžůďťň"
"""Letters of English, Welsh and Czech, and what a page could take for its own."""

FORMS = ("A", "B", "C")

words = st.text(LETTERS, min_size=1, max_size=60).filter(str.strip).map(str.strip)
item_ids = st.from_regex(r"[a-z][a-z0-9]{0,19}", fullmatch=True)
option_codes = st.from_regex(r"[a-z0-9]{1,5}", fullmatch=True)


@st.composite
def options(draw: st.DrawFn, *extra: Meaning) -> tuple[Option, ...]:
    """Answers with codes of their own; the last may have one of the extra meanings."""
    codes = draw(st.lists(option_codes, min_size=2, max_size=7, unique=True))
    last = draw(st.sampled_from(("answer", *extra)))
    meanings: list[Meaning] = ["answer"] * (len(codes) - 1) + [last]
    return tuple(
        Option(code=code, label=draw(words), means=means)
        for code, means in zip(codes, meanings, strict=True)
    )


@st.composite
def questions(draw: st.DrawFn, item_id: str) -> Question:
    """A question of any kind, asked on some of the forms."""
    hint = draw(st.just("") | words)
    forms = tuple(draw(st.lists(st.sampled_from(FORMS), max_size=2, unique=True)))
    asked = (item_id, draw(words), hint, forms, draw(st.booleans()))
    unsure = options("dont_know", "does_not_apply")
    return draw(
        st.builds(OneChoice, *map(st.just, asked), unsure)
        | st.builds(
            ManyChoice,
            *map(st.just, asked),
            options("none_of_these", "dont_know"),
            st.none() | st.integers(1, 3),
        )
        | st.builds(
            Number,
            *map(st.just, asked),
            st.integers(-10, 10),
            st.integers(11, 100),
            st.just(()) | st.just((Option(code="dk", label="Don’t know", means="dont_know"),)),
        )
        | st.builds(Ranking, *map(st.just, asked), unsure)
        | st.builds(OpenText, *map(st.just, asked))
        | st.builds(Note, *map(st.just, asked))
    )


@st.composite
def questionnaires(draw: st.DrawFn, forms: tuple[str, ...] = FORMS) -> Questionnaire:
    """A questionnaire of one to three sections, open on the forms given."""
    ids = iter(draw(st.lists(item_ids, min_size=1, max_size=8, unique=True)))
    return Questionnaire(
        survey_id="survey",
        title=draw(words),
        edition=draw(words),
        fingerprint="0123456789ab",
        language=draw(st.sampled_from(("en", "cy", "cs"))),
        group_id="frontline",
        group_name=draw(words),
        minutes=draw(st.none() | st.integers(1, 20)),
        notice=draw(words),
        thanks=draw(st.just("") | words),
        forms=forms,
        sections=tuple(draw(_section(list(part))) for part in _parts(list(ids))),
        draft=draw(st.booleans()),
    )


def _parts(ids: list[str]) -> list[list[str]]:
    half = len(ids) // 2
    return [part for part in (ids[:half], ids[half:]) if part]


@st.composite
def _section(draw: st.DrawFn, ids: list[str]) -> Section:
    return Section(
        id=ids[0],
        title=draw(st.just("") | words),
        intro=draw(st.just("") | words),
        order=draw(st.sampled_from(("fixed", "random"))),
        questions=tuple(draw(questions(item_id)) for item_id in ids),
    )
