"""The JSON Schema of a bank file, for editors."""

from typing import Any

from coprod_survey.model.bank import BankFile


def bank_schema() -> dict[str, Any]:
    """The schema every file of a bank follows; `questionnaires/bank.schema.json` is a copy."""
    schema = BankFile.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
