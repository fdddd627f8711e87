"""What pydantic found wrong, in words for the person who wrote the file."""

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from coprod_survey.bank.marks import MarkedData, Path
from coprod_survey.model.problem import Problem, nearest


def problems_of(
    error: ValidationError, model: type[BaseModel], file: MarkedData
) -> Iterator[Problem]:
    """One problem for each thing pydantic refused, at its place in the file."""
    for detail in error.errors(include_url=False):
        path = tuple(detail["loc"])
        code, message, hint = _worded(detail, model, path)
        yield Problem(file.where(path), code, message, hint)


def _worded(detail: ErrorDetails, model: type[BaseModel], path: Path) -> tuple[str, str, str]:
    name = next((str(part) for part in reversed(path) if isinstance(part, str)), "this")
    given = detail["input"]
    context = detail.get("ctx", {})
    match detail["type"]:
        case "missing":
            return "key-missing", f'"{name}" must be given here', ""
        case "extra_forbidden":
            return "key-unknown", f'"{name}" is not a key that belongs here', _keys(model, path)
        case "string_type" if isinstance(given, int | float | bool):
            hint = f'Write "{given}" with the quotes.'
            return "text-needed", f"{name} must be text in quotes, not the bare {given}", hint
        case "string_pattern_mismatch":
            return "name-illegal", f'{name} must be {_shape(name)}, not "{given}"', ""
        case "literal_error":
            return "choice-unknown", f'{name} must be {context["expected"]}, not "{given}"', ""
        case "tuple_type" | "list_type":
            return "list-needed", f"{name} must be a list", 'Begin each entry with "- ".'
        case "model_type" | "dict_type" | "mapping_type":
            return "keys-needed", f"{name} must be a set of keys, not {given!r:.40}", ""
        case _:
            return "value", f"{name}: {detail['msg'][:1].lower()}{detail['msg'][1:]}", ""


def _shape(name: str) -> str:
    if name == "code":
        return "one to five small letters or digits"
    return "a small letter followed by small letters or digits, twenty at most"


def _keys(model: type[BaseModel], path: Path) -> str:
    """The keys allowed at a path, nearest first."""
    for part in path[:-1]:
        if isinstance(part, str):
            model = _model_in(model.model_fields[part].annotation) or model
    known = [field.alias or name for name, field in model.model_fields.items()]
    return nearest(str(path[-1]), known) or f"The keys here are: {', '.join(known)}."


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The model inside `tuple[Item, ...]`, `Survey | None` and the like."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    parts = getattr(annotation, "__args__", ())
    return next((found for part in parts if (found := _model_in(part))), None)
