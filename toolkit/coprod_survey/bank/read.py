"""A folder of YAML files in, a Bank out: every problem gathered first, then refused together."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path as FilePath
from typing import Any

from pydantic import ValidationError

from coprod_survey.bank.check import CHECKS, Finding
from coprod_survey.bank.marks import MarkedData, load_marked
from coprod_survey.bank.wording import problems_of
from coprod_survey.errors import BankError
from coprod_survey.model.bank import Bank, BankFile
from coprod_survey.model.instrument import Module, Survey
from coprod_survey.model.problem import Problem, Where

LISTS = tuple(name for name in BankFile.model_fields if name != "survey")


@dataclass(frozen=True)
class _ReadFile:
    marked: MarkedData
    content: BankFile


def read_bank(folder: FilePath) -> Bank:
    """The bank in a folder. Raises BankError with every problem found."""
    bank, problems = examine_bank(folder)
    if problems or bank is None:
        raise BankError(problems)
    return bank


def examine_bank(folder: FilePath) -> tuple[Bank | None, tuple[Problem, ...]]:
    """The bank in a folder as far as it can be read, and every problem in it."""
    paths = sorted(folder.glob("*.yaml")) + sorted(folder.glob("*.yml"))
    if not paths:
        hint = "A bank is a folder of .yaml files; see the README of the shipped questionnaires."
        message = "this folder must hold the .yaml files of a bank, and holds none"
        return None, (Problem(Where(str(folder)), "bank-empty", message, hint),)
    files, problems = [], list[Problem]()
    for path in paths:
        marked = load_marked(path.read_bytes(), str(path))
        problems += marked.problems
        try:
            files.append(_ReadFile(marked, BankFile.model_validate(marked.data)))
        except ValidationError as error:
            problems += problems_of(error, BankFile, marked)
    if problems:
        return None, tuple(sorted(set(problems)))
    return _joined(folder, files)


def _joined(folder: FilePath, files: list[_ReadFile]) -> tuple[Bank | None, tuple[Problem, ...]]:
    surveys = [file.content.survey for file in files if file.content.survey]
    if len(surveys) != 1:
        message = f'exactly one file must have the key "survey", not {len(surveys)}'
        hint = 'Give the survey\'s id, title and edition under "survey:" in one file.'
        return None, (Problem(Where(str(folder)), "survey-count", message, hint),)
    lists = {name: tuple(e for f in files for e in getattr(f.content, name)) for name in LISTS}
    lists["modules"] = _in_order(lists["modules"], surveys[0])
    bank = Bank(survey=surveys[0], **lists)
    places = dict(_places(files))
    problems = {_located(finding, places) for check in CHECKS for finding in check(bank)}
    problems |= set(_repeated(files))
    return bank, tuple(sorted(problems))


def _in_order(modules: tuple[Module, ...], survey: Survey) -> tuple[Module, ...]:
    place = {module_id: n for n, module_id in enumerate(survey.order)}
    return tuple(sorted(modules, key=lambda module: place.get(module.id, len(place))))


Place = tuple[MarkedData, tuple[str | int, ...]]


def _entries(files: list[_ReadFile]) -> Iterator[tuple[str, Any, Place]]:
    """Every entry of every list with its kind and place; items stand inside their modules."""
    for file in files:
        for name in LISTS:
            for n, entry in enumerate(getattr(file.content, name)):
                yield name, entry, (file.marked, (name, n))
                for k, item in enumerate(entry.items if isinstance(entry, Module) else ()):
                    yield "items", item, (file.marked, (name, n, "items", k))


def _name(entry: Any) -> str:
    """What an entry is known by: its id, its code, or its bullet."""
    return str(next(getattr(entry, key) for key in ("id", "code", "bullet") if hasattr(entry, key)))


def _places(files: list[_ReadFile]) -> Iterator[tuple[tuple[str, str], Place]]:
    for file in files:
        if file.content.survey:
            yield ("survey", file.content.survey.id), (file.marked, ("survey",))
    for kind, entry, place in _entries(files):
        yield (kind, _name(entry)), place


def _located(finding: Finding, places: dict[tuple[str, str], Place]) -> Problem:
    marked, path = places[finding.kind, finding.id]
    where = marked.where((*path, finding.field) if finding.field else path)
    return Problem(where, finding.code, finding.message, finding.hint)


def _repeated(files: list[_ReadFile]) -> Iterator[Problem]:
    first: dict[tuple[str, str], Where] = {}
    for kind, entry, (marked, path) in _entries(files):
        where = marked.where(path)
        key = kind, _name(entry)
        if key in first:
            message = f'"{key[1]}" must be the name of one of the {kind}, not two'
            yield Problem(where, "name-twice", message, f"The first is at {first[key]}.")
        first.setdefault(key, where)
