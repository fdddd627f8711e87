"""What a bank expects in a file: the columns of each item, and what may be written in them."""

from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from coprod_survey.model.bank import Bank
from coprod_survey.model.instrument import Item, Meaning
from coprod_survey.model.variable import Variable, variables_of
from coprod_survey.returns.match import Lexicon, choices, ticks


class Column(NamedTuple):
    """A column, and the code of everything that may be written in it.

    A variable without points is a column whose answers are kept otherwise: the words of an open
    question, or a "don't know" among several ticks.
    """

    variable: Variable
    lexicon: Lexicon

    @property
    def is_kept(self) -> bool:
        """Whether the returns table has a column of codes for it."""
        return bool(self.variable.points)

    @property
    def means(self) -> Meaning:
        """What a tick in the column of an option means."""
        return self.variable.option.means if self.variable.option else "answer"


@lru_cache(maxsize=1)
def columns_of(bank: Bank) -> Mapping[str, tuple[Column, ...]]:
    """The columns of each item that has any, by item id; the same for all files of a survey."""
    columns = {item.id: tuple(_columns(item, bank)) for item in bank.items.values()}
    return {item_id: found for item_id, found in columns.items() if found}


def kept_names(bank: Bank) -> list[str]:
    """The names of all variables, in the order asked."""
    columns = (column for found in columns_of(bank).values() for column in found)
    return [column.variable.name for column in columns if column.is_kept]


def _columns(item: Item, bank: Bank) -> list[Column]:
    own = variables_of(item, bank)
    match item.kind:
        case "text":
            return [Column(Variable(item.id, item, ()), {})]
        case "many":
            return [Column(v, ticks(v.option)) for v in own] + _unsure(item, bank)
        case "rank":
            return [Column(v, choices(v)) for v in own] + _unsure(item, bank)
        case _:
            return [Column(v, choices(v)) for v in own]


def _unsure(item: Item, bank: Bank) -> list[Column]:
    """The column of a "don't know" offered with several answers."""
    options = [option for option in bank.options(item) if option.means == "dont_know"]
    named = [Variable(f"{item.id}_{o.code}", item, (), option=o) for o in options]
    return [Column(variable, ticks(variable.option)) for variable in named]
