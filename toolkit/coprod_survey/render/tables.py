"""Release ↔ data tables: CSV and Parquet to work with, JSON to keep and to read back.

A withheld cell stays in every table with its reason and without a number.
"""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from coprod_survey.errors import CoprodSurveyError, MismatchError
from coprod_survey.model.bank import Bank
from coprod_survey.model.release import Reason, Release, Shares, Withheld
from coprod_survey.model.results import (
    Base,
    Domain,
    Estimate,
    Measure,
    Provenance,
    Reliability,
)

if TYPE_CHECKING:
    import pandas as pd

SCHEMA: Final = "coprod-survey-results/1"

Record = dict[str, Any]
"""One row of a table: the same names in CSV, Parquet and JSON."""

METHOD: Final = (
    "Items are scored from 0 to 100 between the ends of their scale.",
    "A facet is the mean of its items when at least half are answered.",
    "An index is the mean of its parts when at least its minimum are there.",
    "Intervals are 95 per cent: Student's t for means, Wilson's for shares.",
    "Intervals do not cover people who did not answer. Nothing is weighted.",
    "A cell on fewer respondents than the threshold is withheld, and so is one that would give it.",
    "Percentages need 30 answers.",
)

_TEXT, _COUNT, _REAL = pa.string(), pa.int64(), pa.float64()
_DOMAIN: Final = {"population": _TEXT, "group": _TEXT, "council": _TEXT}
_STANDING: Final = {"simulated": pa.bool_(), "draft": pa.bool_()}
_LAST: Final = {"withheld": _TEXT, **_STANDING}

COLUMNS: Final[dict[str, dict[str, pa.DataType]]] = {
    "bases": {**_DOMAIN, "respondents": _COUNT, "headcount": _COUNT, **_LAST},
    "estimates": {
        **_DOMAIN,
        **dict.fromkeys(("kind", "measure", "rule"), _TEXT),
        "n": _COUNT,
        **dict.fromkeys(("mean", "sd", "se", "low", "high"), _REAL),
        **_LAST,
    },
    "shares": {
        **_DOMAIN,
        "variable": _TEXT,
        "n": _COUNT,
        "points": pa.list_(_REAL),
        **dict.fromkeys(("dont_know", "high_share", "high_low", "high_high"), _REAL),
        **_LAST,
    },
    "reliability": {
        **dict.fromkeys(("population", "group", "facet", "coefficient"), _TEXT),
        "items": pa.list_(_TEXT),
        "n_complete": _COUNT,
        "complete": _REAL,
        "n_pairwise": _COUNT,
        "pairwise": _REAL,
        **_STANDING,
    },
}
"""The tables of a release, with the type of each column."""

_RELIABILITY: Final = tuple(name for name in COLUMNS["reliability"] if name not in _STANDING)


def release_files(release: Release) -> dict[str, bytes]:
    """Everything a release holds, as the content of files by their names."""
    tables = records(release)
    files = {"results.json": _json(release, tables)}
    for name, rows in tables.items():
        files[f"{name}.csv"] = _csv(rows, COLUMNS[name])
        files[f"{name}.parquet"] = _parquet(rows, COLUMNS[name])
    return files


def release_frames(release: Release) -> "dict[str, pd.DataFrame]":
    """Every table of a release as a pandas data frame, for a notebook.

    A withheld cell has missing numbers and its reason under `withheld`.
    """
    return {
        name: _arrow(rows, COLUMNS[name]).to_pandas() for name, rows in records(release).items()
    }


def records(release: Release) -> dict[str, list[Record]]:
    """The rows of every table, in the order of the release."""
    domains = release.bases.items()
    estimates = release.estimates.items()
    rows = {
        "bases": [{**d._asdict(), **_base(cell)} for d, cell in domains],
        "estimates": [
            {**d._asdict(), "kind": m.kind, "measure": m.id, "rule": rule, **_estimate(cell)}
            for (d, m, rule), cell in estimates
        ],
        "shares": [
            {**d._asdict(), "variable": variable, **_shares(cell)}
            for (d, variable), cell in release.shares.items()
        ],
        "reliability": [_reliability(r) for r in release.reliabilities],
    }
    told = {name: getattr(release.provenance, name) for name in _STANDING}
    return {name: [{**row, **told} for row in table] for name, table in rows.items()}


def _fields(cell: object, names: Iterable[str]) -> Record:
    if isinstance(cell, Withheld):
        return {**dict.fromkeys(names), "withheld": cell.reason.value}
    return {**{name: getattr(cell, name) for name in names}, "withheld": None}


def _base(cell: Base | Withheld) -> Record:
    return _fields(cell, ("respondents", "headcount"))


def _estimate(cell: Estimate | Withheld) -> Record:
    return _fields(cell, ("n", "mean", "sd", "se", "low", "high"))


def _shares(cell: Shares | Withheld) -> Record:
    return _fields(cell, ("n", "points", "dont_know", "high_share", "high_low", "high_high"))


def _reliability(cell: Reliability) -> Record:
    return {name: getattr(cell, name) for name in _RELIABILITY}


def _json(release: Release, tables: Mapping[str, list[Record]]) -> bytes:
    """One entry a line, and one line a row of each table, so that versions can be compared."""
    told = {"schema": SCHEMA, **asdict(release.provenance), "threshold": release.threshold}
    told |= {"method": METHOD}
    entries = [f'"{name}": {_value(value)}' for name, value in told.items()]
    for name, rows in tables.items():
        lines = ",\n".join(_value(row) for row in rows)
        entries.append(f'"{name}": [\n{lines}\n]')
    return ("{\n" + ",\n".join(entries) + "\n}\n").encode()


def _value(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def _csv(rows: list[Record], columns: Mapping[str, pa.DataType]) -> bytes:
    """A CSV file in UTF-8; lists are joined by blanks, and nothing in it starts a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row[name]) for name in columns] for row in rows)
    return text.getvalue().encode()


def _cell(value: object) -> object:
    if isinstance(value, (list, tuple)):
        return " ".join(str(part) for part in value)
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{value}"
    return value


def _parquet(rows: list[Record], columns: Mapping[str, pa.DataType]) -> bytes:
    sink = io.BytesIO()
    pq.write_table(_arrow(rows, columns), sink)
    return sink.getvalue()


def _arrow(rows: list[Record], columns: Mapping[str, pa.DataType]) -> pa.Table:
    return pa.Table.from_pylist(rows, schema=pa.schema(list(columns.items())))


def read_release(path: Path, bank: Bank) -> Release:
    """The release in a results.json that `release_files` wrote.

    Raises CoprodSurveyError when the file is no such file, and MismatchError when it is of
    another edition of the questionnaire than the bank.
    """
    content = _content(path)
    if content["fingerprint"] != bank.fingerprint:
        raise MismatchError(
            f"{path} is of edition {content['edition']} ({content['fingerprint']}), not of "
            f"{bank.survey.edition} ({bank.fingerprint}). Analyse the returns again."
        )
    return Release(
        provenance=Provenance(**{field.name: content[field.name] for field in fields(Provenance)}),
        threshold=content["threshold"],
        bases={_domain(row): _base_of(row) for row in content["bases"]},
        estimates={
            (_domain(row), Measure(row["kind"], row["measure"]), row["rule"]): _estimate_of(row)
            for row in content["estimates"]
        },
        shares={(_domain(row), row["variable"]): _shares_of(row) for row in content["shares"]},
        reliabilities=tuple(_reliability_of(row) for row in content["reliability"]),
    )


def _content(path: Path) -> Record:
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise CoprodSurveyError(
            f"{path} must be the results.json that analyse wrote, and cannot be read: {error}."
        ) from error
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:
        raise CoprodSurveyError(
            f'{path} must have the schema "{SCHEMA}". Run analyse with this version again.'
        )
    return content


def _domain(row: Record) -> Domain:
    return Domain(row["population"], row["group"], row["council"])


def _withheld(row: Record) -> Withheld | None:
    return Withheld(Reason(row["withheld"])) if row["withheld"] else None


def _base_of(row: Record) -> Base | Withheld:
    return _withheld(row) or Base(_domain(row), row["respondents"], row["headcount"])


def _estimate_of(row: Record) -> Estimate | Withheld:
    measure = Measure(row["kind"], row["measure"])
    figures = (row[name] for name in ("n", "mean", "sd", "se", "low", "high"))
    return _withheld(row) or Estimate(_domain(row), measure, row["rule"], *figures)


def _shares_of(row: Record) -> Shares | Withheld:
    rest = (row[name] for name in ("dont_know", "high_share", "high_low", "high_high"))
    return _withheld(row) or Shares(row["n"], tuple(row["points"]), *rest)


def _reliability_of(row: Record) -> Reliability:
    named: Record = {name: row[name] for name in _RELIABILITY}
    return Reliability(**named | {"items": tuple(row["items"])})
