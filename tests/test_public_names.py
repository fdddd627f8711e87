"""What a module says it offers is what it offers; that the lists are sorted, ruff sees to."""

import ast
import importlib
import inspect
import pkgutil
from pathlib import Path

import pytest

import coprod_survey

MODULES = [
    "coprod_survey",
    *(
        module.name
        for module in pkgutil.walk_packages(coprod_survey.__path__, "coprod_survey.")
        if not module.name.endswith("__main__")
    ),
]


@pytest.mark.parametrize("name", MODULES)
def test_every_promised_name_is_there(name: str) -> None:
    module = importlib.import_module(name)
    promised = getattr(module, "__all__", ())
    assert [public for public in promised if not hasattr(module, public)] == []


def test_the_package_promises_what_it_imports_from_its_modules() -> None:
    tree = ast.parse(Path(coprod_survey.__file__).read_text(encoding="utf-8"))
    imported = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("coprod_survey.")
        for alias in node.names
    }
    assert imported == set(coprod_survey.__all__) - {"__version__"}


@pytest.mark.parametrize("name", coprod_survey.__all__)
def test_a_public_name_is_never_a_module(name: str) -> None:
    """Importing the module `tally` must not hide the function `tally` of the package."""
    for _ in range(2):
        assert not inspect.ismodule(getattr(coprod_survey, name))
