"""What is written as a returns file is read back as it was."""

from pathlib import Path

import pytest

from coprod_survey.bank.read import read_bank
from coprod_survey.model.variable import variables
from coprod_survey.project import read_project
from coprod_survey.returns import read_returns
from coprod_survey.returns.export import answers_csv
from coprod_survey.shipped import questionnaires_dir, templates_dir
from coprod_survey.simulate import simulate_returns

BANK = read_bank(questionnaires_dir())
PROJECT = read_project(templates_dir() / "demo" / "survey.yaml", BANK)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_simulated_returns_come_back_the_same(seed: int, tmp_path: Path) -> None:
    sent = simulate_returns(BANK, PROJECT, seed)
    file = tmp_path / "sent.csv"
    file.write_bytes(answers_csv(sent, BANK))
    back = read_returns([file], BANK)
    assert back.simulated
    assert back.adds_up
    assert back.set_aside == ()
    for column in ("respondent", "council", "group", "wave", "form"):
        assert back.texts(column) == sent.texts(column)
    for name in variables(BANK):
        assert (back.codes(name) == sent.codes(name)).all(), name
