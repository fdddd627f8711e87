"""Every file that a test of this layer prints must be accessible, whatever else it shows."""

from typing import Any

import pytest

from coprod_survey.pdf import press
from tests.gate import assert_accessible


@pytest.fixture(autouse=True)
def _gate(monkeypatch: pytest.MonkeyPatch) -> None:
    written = press._written

    def checked(*arguments: Any) -> bytes:
        pdf = written(*arguments)
        assert_accessible(pdf)
        return pdf

    monkeypatch.setattr(press, "_written", checked)
