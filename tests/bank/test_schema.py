"""The schema that editors use is the one the reader applies."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from coprod_survey.bank.schema import bank_schema
from coprod_survey.shipped import questionnaires_dir

FILES = sorted(questionnaires_dir().glob("*.yaml"))
FIRST_LINE = "# yaml-language-server: $schema=bank.schema.json"


def test_the_shipped_copy_is_fresh() -> None:
    copy = json.loads((questionnaires_dir() / "bank.schema.json").read_text(encoding="utf-8"))
    assert copy == bank_schema(), "run: coprod-survey schema > questionnaires/bank.schema.json"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_bank_file_names_it(file: Path) -> None:
    assert file.read_text(encoding="utf-8").splitlines()[0] == FIRST_LINE


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_every_bank_file_is_valid_against_it(file: Path) -> None:
    """As an editor would see it: an independent JSON Schema validator, not pydantic."""
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert list(jsonschema.Draft202012Validator(bank_schema()).iter_errors(data)) == []
