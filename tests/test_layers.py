"""The package is built in layers: imports run one way, and each library has an address."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "toolkit" / "coprod_survey"

LAYERS = (
    {"model"},
    {"errors"},
    {"shipped"},
    {"templating"},
    {"statistics", "pdf"},
    {"bank"},
    {"compose"},
    {"formats", "returns", "simulate"},
    {"scoring"},
    {"tally"},
    {"engine"},
    {"estimate"},
    {"disclose"},
    {"briefing"},
    {"render"},
    {"project"},
    {"pipeline"},
    {"cli"},
)
"""A module may import from the layers above it in this list, never from its own or from below."""

ADDRESSES = {
    "click": ("cli",),
    "yaml": ("bank/marks",),
    "reportlab": ("pdf",),
    "segno": ("pdf",),
}
"""The only modules, or packages, that may import each of these libraries."""

DEPTH = {name: depth for depth, layer in enumerate(LAYERS) for name in layer}


def imported(source: str) -> Iterator[tuple[int, str]]:
    """Yield each import as its line and its dotted name; `from a import b` is `a.b`."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            origin = "." * node.level + (node.module or "")
            yield from ((node.lineno, f"{origin}.{alias.name}") for alias in node.names)


def layering_problem(module: str, target: str) -> str | None:
    """Say why `module` (pdf/tree) must not import `target` (coprod_survey.model.bank), if so."""
    importer, imported_from = module.split("/")[0], target.split(".")[1]
    if importer == imported_from:
        return None
    if imported_from not in DEPTH:
        return None if importer == "cli" else "names are imported from the module that defines them"
    if DEPTH[imported_from] >= DEPTH[importer]:
        return f"{importer} must not import {imported_from}: imports run one way"
    return None


def address_problem(module: str, target: str) -> str | None:
    """Say why `module` must not import the library `target`, if so."""
    library = target.split(".")[0]
    addresses = ADDRESSES.get(library)
    if addresses is None or any(f"{module}/".startswith(f"{place}/") for place in addresses):
        return None
    return f"{library} may be imported only in {', '.join(addresses)}"


def problems(package: Path) -> list[str]:
    """Return every import in `package` that breaks the order, as a sentence with its place."""
    found = []
    for path in sorted(package.rglob("*.py")):
        relative = path.relative_to(package)
        module = relative.with_suffix("").as_posix().removesuffix("/__init__")
        if module in {"__init__", "__main__"}:
            continue
        if module.split("/")[0] not in DEPTH:
            found.append(f"{relative}: has no layer; give it one in LAYERS of tests/test_layers.py")
            continue
        for line, target in imported(path.read_text(encoding="utf-8")):
            ours = target.startswith("coprod_survey.")
            problem = (layering_problem if ours else address_problem)(module, target)
            found += [f"{relative}:{line}: {problem}"] if problem else []
    return found


def test_imports_run_one_way() -> None:
    assert problems(PACKAGE) == []


@pytest.mark.parametrize(
    ("path", "source", "expected"),
    [
        ("model/bank.py", "from coprod_survey.cli import main", "model must not import cli"),
        ("pdf/tree.py", "import coprod_survey.statistics.dif", "pdf must not import statistics"),
        ("tally.py", "def f():\n    from coprod_survey import engine", "tally must not import"),
        ("compose.py", "from coprod_survey import build", "names are imported from the module"),
        ("render/html.py", "import click", "click may be imported only in cli"),
        ("bank/check.py", "from yaml import safe_load", "yaml may be imported only in bank/marks"),
        ("formats/html.py", "from reportlab.lib import units", "reportlab may be imported only"),
        ("weights.py", "", "has no layer"),
    ],
)
def test_a_wrong_import_is_found(tmp_path: Path, path: str, source: str, expected: str) -> None:
    module = tmp_path / path
    module.parent.mkdir(exist_ok=True)
    module.write_text(source, encoding="utf-8")
    [problem] = problems(tmp_path)
    assert problem.startswith(path)
    assert expected in problem


@pytest.mark.parametrize(
    ("path", "source"),
    [
        ("__init__.py", "from coprod_survey.pipeline import build"),
        ("cli/__init__.py", "import click\nfrom coprod_survey import __version__, pipeline"),
        ("bank/marks.py", "import yaml\nfrom coprod_survey.errors import BankError"),
        ("engine.py", "from coprod_survey import tally"),
        ("statistics/dif.py", "from coprod_survey.statistics import factor"),
    ],
)
def test_a_right_import_is_let_through(tmp_path: Path, path: str, source: str) -> None:
    module = tmp_path / path
    module.parent.mkdir(exist_ok=True)
    module.write_text(source, encoding="utf-8")
    assert problems(tmp_path) == []
