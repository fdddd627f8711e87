"""The page about this layer: its example runs, and no public name is left out of it."""

import re
from pathlib import Path

import pytest

from coprod_survey import pdf
from tests.gate import assert_accessible
from tests.gate.reading import read_aloud

PAGE = Path(__file__).parents[2] / "docs" / "pdf.md"


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


def test_the_example_runs(page: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (example,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert len(example.splitlines()) <= 20
    monkeypatch.chdir(tmp_path)
    exec(compile(example, str(PAGE), "exec"), {})  # noqa: S102  (our own page)
    (file,) = tmp_path.glob("*.pdf")
    assert_accessible(file.read_bytes())
    assert ("P", "Diolch yn fawr") in read_aloud(file.read_bytes())


def test_every_public_name_is_on_the_page_and_nothing_else(page: str) -> None:
    cells = re.findall(r"^\| `(\w+)", page, re.MULTILINE)
    assert len(cells) == len(set(cells))
    elsewhere = set(re.findall(r"`(\w+)`", page)) & set(pdf.__all__)
    assert set(cells) | elsewhere == set(pdf.__all__)
    assert set(cells) <= set(pdf.__all__)


def test_every_public_name_says_what_it_is() -> None:
    for name in pdf.__all__:
        value = getattr(pdf, name)
        if isinstance(value, type) or callable(value):
            assert value.__doc__, name
