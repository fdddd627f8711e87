"""What is measured, and what briefings may say from the literature, as written in YAML."""

from typing import Annotated, Literal

from pydantic import Field

from coprod_survey.model.instrument import Entry, GroupId, Name

Strength = Literal["evaluated", "figures", "case", "plan"]


class Construct(Entry):
    """What the survey is about; `high` finishes "A high score means …"."""

    id: Name
    name: Name
    high: str = ""


class Facet(Entry):
    """One part of a construct, measured by the items that name it.

    `plain` is the name a reader sees; `worry` finishes "They are concerned that …".
    `reliability` is false where the items are different things added up (a formative set), so
    that they need not agree with each other and no alpha is given.
    """

    id: Name
    name: Name
    construct_id: Annotated[str, Field(alias="construct")]
    plain: str = ""
    worry: str = ""
    nature: Literal["self", "public", "practical", "judgement", "language", ""] = ""
    reliability: bool = True
    traces: tuple[str, ...] = ()


class Index(Entry):
    """A summary score: the mean of the named items or facets, given when at least `minimum` are."""

    id: Name
    name: Name
    construct_id: Annotated[str, Field(alias="construct")]
    of: Annotated[tuple[str, ...], Field(min_length=1)]
    minimum: Annotated[int, Field(ge=1)]


class Source(Entry):
    """Something in the literature that items and briefings trace to, in this project's own words.

    `not_asked` records why a bullet has no question; `caution` what the source does not show.
    """

    id: Name
    kind: Literal[
        "bullet",
        "box",
        "figure",
        "survey",
        "claim",
        "example",
        "question",
        "term",
        "circumstance",
        "definition",
        "challenge",
        "table",
    ]
    gist: Name
    page: str = ""
    group: GroupId | None = None
    column: Literal["interest", "gap"] | None = None
    value: float | None = None
    not_asked: str = ""
    caution: str = ""


class Fact(Entry):
    """A published fact a briefing may print, with what it does not show."""

    id: Name
    plain: Name
    refs: tuple[str, ...]
    strength: Strength
    groups: tuple[GroupId, ...] = ()
    use: str = ""
    caution: str = ""
    cuts_both_ways: bool = False


class Strategy(Entry):
    """What a group could do about one of its own bullets.

    `ask` names the facets and items whose scores show whether it is needed here.
    """

    bullet: Name
    do: Name
    strength: Strength
    examples: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    caution: str = ""
