"""YAML as plain values, with the place of every key and entry kept beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from coprod_survey.model.problem import Problem, Where

Path = tuple[str | int, ...]

LARGEST_FILE = 4_000_000
"""Bytes; a bank file is written by hand, and a larger one is something else."""

MOST_VALUES = 400_000
"""Values a file may expand to, so that aliases within aliases cannot fill the memory."""


class _PlainLoader(yaml.SafeLoader):
    """YAML in which only true, false, null and ordinary numbers are not text.

    PyYAML follows YAML 1.1, where `no`, `on`, `012` and `1:30` are not what they look like.
    """

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  (PyYAML's own class attribute)


for _tag, _pattern, _first in (
    ("bool", r"^(?:true|false)$", "tf"),
    ("null", r"^(?:~|null|)$", ["~", "n", ""]),
    ("int", r"^-?(?:0|[1-9][0-9]*)$", "-0123456789"),
    ("float", r"^-?[0-9]+\.[0-9]+$", "-0123456789"),
):
    _PlainLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(_pattern), list(_first)
    )


@dataclass(frozen=True)
class MarkedData:
    """A YAML file's data (sequences as tuples), where each path in it stands, and problems."""

    file: str
    data: Any
    marks: dict[Path, Where]
    problems: tuple[Problem, ...]

    def where(self, path: Path) -> Where:
        """The place of a path, or of the nearest thing that contains it."""
        while path and path not in self.marks:
            path = path[:-1]
        return self.marks.get(path, Where(self.file))


def load_marked(text: bytes, file: str) -> MarkedData:
    """Read YAML without running anything in it; what is wrong becomes a problem, not an error."""
    if len(text) > LARGEST_FILE:
        size = f"{file} is {len(text):,} bytes; a bank file must be under {LARGEST_FILE:,}."
        return _refused(file, Where(file), "file-too-large", size)
    try:
        loader = _PlainLoader(text)
        node = loader.get_single_node()
        walk = _Walk(loader, file)
        data = {} if node is None else walk.plain(node, ())
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        where = Where(file, mark.line + 1, mark.column + 1) if mark else Where(file)
        return _refused(file, where, "yaml", f"this is not valid YAML: {error.problem}")
    except (yaml.YAMLError, RecursionError, UnicodeDecodeError, ValueError) as error:
        return _refused(file, Where(file), "yaml", f"this is not valid YAML: {error}")
    return MarkedData(file, data, walk.marks, tuple(walk.problems))


def _refused(file: str, where: Where, code: str, message: str) -> MarkedData:
    hint = "Save the file as UTF-8 text, and check the indentation and quotes at this place."
    return MarkedData(file, {}, {}, (Problem(where, code, message, hint),))


class _Walk:
    """One pass over the nodes of a file; collects marks and problems as it goes."""

    def __init__(self, loader: yaml.SafeLoader, file: str) -> None:
        self.loader = loader
        self.file = file
        self.marks: dict[Path, Where] = {}
        self.problems: list[Problem] = []

    def plain(self, node: yaml.Node, path: Path) -> Any:
        if len(self.marks) > MOST_VALUES:
            raise ValueError(f"it holds more than {MOST_VALUES:,} values")
        self.marks.setdefault(path, self.where(node))
        if isinstance(node, yaml.MappingNode):
            return dict(self.entries(node, path))
        if isinstance(node, yaml.SequenceNode):
            return tuple(self.plain(child, (*path, n)) for n, child in enumerate(node.value))
        return self.loader.construct_object(node)

    def entries(self, node: yaml.MappingNode, path: Path) -> Iterator[tuple[str, Any]]:
        seen: set[str] = set()
        for key_node, value in node.value:
            key = str(key_node.value)
            if key in seen:
                hint = "Keep one of them; the other would be lost."
                message = f'"{key}" must be given once, not twice'
                self.problems.append(Problem(self.where(key_node), "key-twice", message, hint))
            seen.add(key)
            self.marks.setdefault((*path, key), self.where(key_node))
            yield key, self.plain(value, (*path, key))

    def where(self, node: yaml.Node) -> Where:
        return Where(self.file, node.start_mark.line + 1, node.start_mark.column + 1)
