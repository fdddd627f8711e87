"""Every PDF through page-validation and our own structure checker, as in the tests."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.check.outcome import Outcome, judge
from tests.gate import findings


def check(files: Sequence[Path]) -> Iterator[Outcome]:
    """Yield what both say of each file."""
    for file in files:
        found = findings(file.read_bytes())
        yield judge(not found, "page-validation and structure", "; ".join([str(file), *found[:3]]))
