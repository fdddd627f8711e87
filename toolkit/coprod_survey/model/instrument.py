"""What is asked: options, scales, items, modules and groups, as they are written in YAML.

Every value is a frozen pydantic model, so that a YAML file is checked field by field and the
JSON Schema for editors comes from the same lines that a reader of the code sees.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

ItemId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9]{0,19}$")]
"""Legal in every survey system, so that nothing is renamed on the way out or back."""

OptionCode = Annotated[str, Field(pattern=r"^[a-z0-9]{1,5}$")]
"""Five characters at most, the shortest limit among the survey systems written for."""

GroupId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,29}$")]
Name = Annotated[str, Field(min_length=1)]

Meaning = Literal["answer", "none_of_these", "dont_know", "does_not_apply"]
Kind = Literal["one", "many", "number", "rank", "text", "note"]
Tier = Literal["anchor", "core", "full", "group"]
Status = Literal["draft", "tested"]

TIERS: tuple[Tier, ...] = ("anchor", "core", "full", "group")


class Entry(BaseModel):
    """Something written in a bank file: frozen, and refusing keys it does not know."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Option(Entry):
    """One answer that can be chosen.

    `value` places it on the scale; without it its code does where all codes are whole numbers,
    and else its place in the list.
    """

    code: OptionCode
    label: str = ""
    means: Meaning = "answer"
    value: float | None = None


class Scale(Entry):
    """Answers shared by several items, in the order they are read: the points of a scale."""

    id: Name
    type: Literal["unipolar", "bipolar", "share", "knowledge", "nominal"] = "unipolar"
    points: Annotated[tuple[Option, ...], Field(min_length=2)]


class Item(Entry):
    """One question.

    `direction` says whether later answers mean more (`up`) or less (`down`) of what the facet
    names. `also` lists the codes of the survey's absences (don't know, does not apply) offered
    with the answers. `forms` names the forms that ask the item; empty means all of them.
    `bands` are the first numbers of the second and later ranges in which a number is reported:
    [46, 67] reports under 46, 46 to 66, and 67 or more.
    """

    id: ItemId
    ask: Name
    kind: Kind = "one"
    hint: str = ""
    scale: str | None = None
    options: tuple[Option, ...] = ()
    also: tuple[OptionCode, ...] = ()
    minimum: int = 0
    maximum: int = 100
    bands: tuple[int, ...] = ()
    choose: Annotated[int, Field(ge=1)] | None = None
    facet: str | None = None
    tier: Tier = "core"
    forms: tuple[str, ...] = ()
    direction: Literal["up", "down"] = "up"
    key: str | int | tuple[str, ...] | None = None
    scored: bool = True
    traces: tuple[str, ...] = ()
    status: Status = "draft"
    column: str | None = None
    note: str = ""


class Module(Entry):
    """Items asked together under one heading, of all groups or of those named."""

    id: Name
    title: str = ""
    intro: str = ""
    groups: tuple[GroupId, ...] = ()
    order: Literal["fixed", "random"] = "fixed"
    items: tuple[Item, ...] = ()


class Group(Entry):
    """A stakeholder group.

    `population` names the whole it may be added up to: staff and councillors are never added,
    because they are different populations. `members` is the plural used inside a sentence.
    """

    id: GroupId
    name: Name
    aliases: tuple[str, ...] = ()
    members: str = ""
    population: str = "everyone"
    tiers: tuple[Tier, ...] = TIERS
    minutes: int | None = None
    notice: str = ""
    pages: Annotated[int, Field(ge=2, le=4)] = 4

    @property
    def slug(self) -> str:
        """The name used for files and on the command line."""
        return self.id.replace("_", "-")


class Population(Entry):
    """A whole that groups add up to, with the words used for it in a sentence."""

    id: Name
    name: Name


class ReturnsColumns(Entry):
    """The headings under which a returns file holds what is not an answer."""

    respondent: str = "respondent"
    council: str = "council"
    group: str = "group"
    wave: str = "wave"
    form: str = "form"
    ignore: tuple[str, ...] = ()


class Survey(Entry):
    """The survey as a whole: its names, its edition, and the order of its modules.

    `citation` is the work its sources stand in, in full; `cited_as` is how a page of it is cited.
    `places` is the plural for what a returns file holds under council: schools, companies, sites.
    """

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{0,39}$")]
    title: Name
    edition: Name
    language: str = "en"
    forms: tuple[str, ...] = ()
    order: tuple[str, ...] = ()
    notice: str = ""
    thanks: str = ""
    citation: str = ""
    cited_as: str = ""
    places: str = "councils"
    returns: ReturnsColumns = ReturnsColumns()
