"""What every test may use: golden files, the shared data, and the choice of package under test."""

import difflib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import hypothesis
import pytest

import coprod_survey
from coprod_survey.pdf import press
from tests.gate import assert_accessible

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden"
ACTUAL = ROOT / "build" / "actual"

Golden = Callable[[str, str | bytes], None]
"""Compares what a test made with the accepted file of that name."""

# No deadlines: a busy machine is not a bug. Every day's run tries the same examples each time, so a
# change is judged by its own merits; COPROD_SURVEY_FUZZ=1000 looks for what nobody has seen yet.
hypothesis.settings.register_profile("daily", deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("daily")
if examples := os.environ.get("COPROD_SURVEY_FUZZ"):
    hypothesis.settings.register_profile("fuzz", deadline=None, max_examples=int(examples))
    hypothesis.settings.load_profile("fuzz")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="rewrite tests/golden")
    parser.addoption(
        "--installed", action="store_true", help="fail unless an installed wheel is under test"
    )


def pytest_configure(config: pytest.Config) -> None:
    package = Path(coprod_survey.__file__).resolve()
    if config.getoption("--installed") and package.is_relative_to(ROOT / "toolkit"):
        raise pytest.UsageError(f"the installed wheel must be under test, not {package}")


def pytest_report_header() -> str:
    return f"coprod_survey: {Path(coprod_survey.__file__).parent}"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With --accept, run only the tests that have a golden file."""
    if config.getoption("--accept"):
        items[:] = [item for item in items if "golden" in getattr(item, "fixturenames", ())]


@pytest.fixture(autouse=True)
def _every_pdf_is_accessible(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever else a test shows, a PDF that it makes must pass the gate."""
    written = press._written

    def checked(*arguments: Any) -> bytes:
        pdf = written(*arguments)
        assert_accessible(pdf)
        return pdf

    monkeypatch.setattr(press, "_written", checked)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real surveys and reference numbers beside the checkout."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("skipped: ../shared is not here")
    return folder


@pytest.fixture(scope="session")
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compare with tests/golden/NAME; what differs is kept as build/actual/NAME."""
    accept = request.config.getoption("--accept")

    def compare(name: str, actual: str | bytes) -> None:
        made = actual.encode() if isinstance(actual, str) else actual
        accepted = GOLDEN / name
        if accept:
            _write(accepted, made)
        elif not accepted.exists() or accepted.read_bytes() != made:
            _write(ACTUAL / name, made)
            pytest.fail(_difference(name, made), pytrace=False)

    return compare


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _difference(name: str, made: bytes) -> str:
    advice = f"See build/actual/{name}. If it is right: make golden, then read the diff."
    if not (GOLDEN / name).exists():
        return f"tests/golden/{name} is missing. {advice}"
    accepted = (GOLDEN / name).read_bytes()
    try:
        before, after = accepted.decode().splitlines(), made.decode().splitlines()
    except UnicodeDecodeError:
        return f"{name}: {len(accepted)} bytes accepted, {len(made)} made. {advice}"
    lines = difflib.unified_diff(before, after, "accepted", "made", n=1, lineterm="")
    return "\n".join([f"{name} has changed. {advice}", *list(lines)[:60]])
