"""Variables: the columns in which answers are kept, and the codes they hold.

An answer is a small whole number: the place of the chosen point, counted from 1. Absences have
codes of their own, so that the four kinds stay apart: skipped, not shown, don't know, does not
apply.
"""

from dataclasses import dataclass
from typing import Final

from coprod_survey.model.bank import Bank
from coprod_survey.model.instrument import Item, Option

SKIPPED: Final = 0
NOT_SHOWN: Final = -1
DONT_KNOW: Final = -2
DOES_NOT_APPLY: Final = -3

ABSENCES: Final = {
    SKIPPED: "skipped",
    NOT_SHOWN: "not shown",
    DONT_KNOW: "don't know",
    DOES_NOT_APPLY: "does not apply",
}

WIDEST: Final = 120
"""Points a variable may have, so that every code fits in eight bits."""


@dataclass(frozen=True, slots=True)
class Variable:
    """One column of answers.

    `points[i]` is what code i + 1 stands for; `absences` pairs don't know and does not apply, as
    they are written in a returns file, with their codes here. `option` is the one a column of a
    `many` or `rank` item stands for.
    """

    name: str
    item: Item
    points: tuple[Option, ...]
    absences: tuple[tuple[Option, int], ...] = ()
    option: Option | None = None

    @property
    def heading(self) -> str:
        """What it stands under in a returns file: its name, or what the item's `column` says."""
        if self.item.column is None:
            return self.name
        return self.item.column + self.name.removeprefix(self.item.id)

    @property
    def values(self) -> tuple[float, ...]:
        """The number each point stands for.

        Its `value`, else its code where all codes are whole numbers, else its place from 1.
        """
        numeric = all(point.code.isdigit() for point in self.points)
        return tuple(
            point.value if point.value is not None else float(point.code if numeric else place)
            for place, point in enumerate(self.points, 1)
        )


def variables_of(item: Item, bank: Bank) -> tuple[Variable, ...]:
    """The columns an item's answers fill: one, or one an option for `many` and `rank`."""
    match item.kind:
        case "one":
            return (_choice(item, bank.options(item)),)
        case "number":
            return (_number(item, bank),)
        case "many":
            marks = (Option(code="0", label="No"), Option(code="1", label="Yes"))
            return _per_option(item, bank, marks)
        case "rank":
            places = range(1, len(bank.options(item)) + 1)
            return _per_option(item, bank, tuple(Option(code=str(place)) for place in places))
        case "text" | "note":
            return ()


def variables(bank: Bank) -> dict[str, Variable]:
    """Every variable of a bank by its name, in the order asked."""
    return {v.name: v for item in bank.items.values() for v in variables_of(item, bank)}


def _choice(item: Item, options: tuple[Option, ...]) -> Variable:
    points = tuple(option for option in options if option.means in ("answer", "none_of_these"))
    return Variable(item.id, item, points, _absences(options))


def _number(item: Item, bank: Bank) -> Variable:
    points = tuple(Option(code=str(n)) for n in range(item.minimum, item.maximum + 1))
    return Variable(item.id, item, points, _absences(bank.options(item)))


def _per_option(item: Item, bank: Bank, points: tuple[Option, ...]) -> tuple[Variable, ...]:
    options = [option for option in bank.options(item) if option.means != "dont_know"]
    return tuple(
        Variable(f"{item.id}_{option.code}", item, points, (), option) for option in options
    )


def _absences(options: tuple[Option, ...]) -> tuple[tuple[Option, int], ...]:
    codes = {"dont_know": DONT_KNOW, "does_not_apply": DOES_NOT_APPLY}
    return tuple((option, codes[option.means]) for option in options if option.means in codes)
