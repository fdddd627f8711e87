"""A problem in something a person wrote, with the place and the remedy."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Where:
    """A place in a file. Lines and columns count from 1; 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """What is wrong, where, and what to do about it.

    `code` names the kind of problem (`scale-unknown`), so that it can be looked up and tested;
    `message` is one sentence of the form "… must …, not …"; `hint` is the remedy, or empty.
    """

    where: Where
    code: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        hint = f"\n    {self.hint}" if self.hint else ""
        return f"{self.where}: {self.message} [{self.code}]{hint}"


def nearest(name: str, known: Iterable[str]) -> str:
    """A hint naming the word most like `name` among those known, or empty when none is like it."""
    near = difflib.get_close_matches(name.lower(), list(known), n=1, cutoff=0.5)
    return f'Did you mean "{near[0]}"?' if near else ""
