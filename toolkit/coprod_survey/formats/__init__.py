"""What a questionnaire can be written as: one table, a module for each target.

A new target is a module with `write(questionnaire, project) -> bytes`, and a line in FORMATS.
"""

import importlib
from collections.abc import Callable
from dataclasses import dataclass

from coprod_survey.errors import UnknownName
from coprod_survey.formats.feature import CHECKED_ANSWERS, DRAWN_FORM, RANDOM_ORDER, Feature
from coprod_survey.model.project import Project
from coprod_survey.model.questionnaire import Questionnaire

__all__ = ["FORMATS", "Feature", "Format", "Writer", "format_named", "losses"]

Writer = Callable[[Questionnaire, Project], bytes]
"""Turns a questionnaire into a file's content; the project says who runs it, and where."""


@dataclass(frozen=True, slots=True)
class Format:
    """A target: its name for `--to`, the ending of its files, and what it cannot carry."""

    name: str
    suffix: str
    summary: str
    drops: tuple[Feature, ...]
    write: Writer


def _writer(module: str) -> Writer:
    """Return the `write` of a module here, imported on first use: some libraries load slowly."""

    def write(questionnaire: Questionnaire, project: Project) -> bytes:
        found: Writer = importlib.import_module(f"{__name__}.{module}").write
        return found(questionnaire, project)

    return write


FORMATS: tuple[Format, ...] = (
    Format(
        "html",
        ".html",
        "a web page that needs no server, for phone or computer",
        drops=(),
        write=_writer("html"),
    ),
    Format(
        "pdf",
        ".pdf",
        "a questionnaire to print and fill in by hand",
        drops=(DRAWN_FORM, RANDOM_ORDER, CHECKED_ANSWERS),
        write=_writer("print_pdf"),
    ),
)


def format_named(name: str) -> Format:
    """Return the format with this name. Raises UnknownName with the list and the nearest."""
    for known in FORMATS:
        if known.name == name:
            return known
    raise UnknownName("format", name, [known.name for known in FORMATS])


def losses(target: Format, questionnaire: Questionnaire) -> tuple[str, ...]:
    """Say what of a questionnaire the format cannot carry: a sentence a loss, naming questions."""
    return tuple(
        f"{target.name} {feature.loss}: {', '.join(item_ids)}."
        for feature in target.drops
        if (item_ids := feature.needed_by(questionnaire))
    )
