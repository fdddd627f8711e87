"""What the tests of this folder share: text in, Returns out."""

from pathlib import Path

from coprod_survey.model.bank import Bank
from coprod_survey.model.returns import Returns
from coprod_survey.returns import read_returns
from tests.small_bank import BANK


def read_text(folder: Path, text: str | bytes, bank: Bank = BANK, name: str = "r.csv") -> Returns:
    """Read one file with this content."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_returns([path], bank)


def set_aside(returns: Returns) -> list[tuple[int, str, str, str]]:
    """Row, column, value and reason of everything set aside."""
    return [(e.row, e.column, e.value, e.reason) for e in returns.set_aside]
