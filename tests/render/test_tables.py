"""The data tables: withheld cells keep their reason and lose their number."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from coprod_survey.errors import CoprodSurveyError, MismatchError
from coprod_survey.model.release import Reason, Withheld
from coprod_survey.model.results import Domain
from coprod_survey.render.tables import (
    COLUMNS,
    read_release,
    records,
    release_files,
    release_frames,
)
from tests.briefing.releases import (
    all_withheld,
    canteen_bank,
    canteen_release,
    demo_release,
    shipped_bank,
)


@pytest.fixture
def written(tmp_path: Path) -> Path:
    path = tmp_path / "results.json"
    path.write_bytes(release_files(canteen_release())["results.json"])
    return path


def rows(name: str, files: dict[str, bytes]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[name].decode(), newline="")))


def test_a_release_comes_back_as_it_was(written: Path) -> None:
    assert read_release(written, canteen_bank()) == canteen_release()


def test_withheld_cells_have_a_reason_and_no_number() -> None:
    tables = records(demo_release())
    for name in ("bases", "estimates", "shares"):
        withheld = [row for row in tables[name] if row["withheld"]]
        assert withheld
        for row in withheld:
            assert row["withheld"] in {reason.value for reason in Reason}
            assert not [
                v for v in row.values() if isinstance(v, (int, float, tuple)) and v is not True
            ]


def test_every_table_says_that_the_answers_are_simulated_and_the_questions_drafts() -> None:
    for table in records(demo_release()).values():
        assert {(row["simulated"], row["draft"]) for row in table} == {(True, True)}


def test_files_are_named_and_typed() -> None:
    files = release_files(canteen_release())
    names = [f"{name}.{suffix}" for name in COLUMNS for suffix in ("csv", "parquet")]
    assert sorted(files) == sorted([*names, "results.json"])
    for name, columns in COLUMNS.items():
        table = pq.read_table(io.BytesIO(files[f"{name}.parquet"]))
        assert table.schema.names == list(columns)
        listed = rows(f"{name}.csv", files)
        assert list(listed[0]) == list(columns)
        assert table.num_rows == len(listed) == len(records(canteen_release())[name])


def test_a_notebook_gets_the_same_tables_as_data_frames() -> None:
    frames = release_frames(demo_release())
    estimates = frames["estimates"]
    assert list(estimates.columns) == list(COLUMNS["estimates"])
    assert len(estimates) == len(records(demo_release())["estimates"])
    assert (estimates["mean"].isna() == estimates["withheld"].notna()).all()


def test_csv_and_parquet_agree() -> None:
    files = release_files(canteen_release())
    table = pq.read_table(io.BytesIO(files["estimates.parquet"])).to_pylist()
    means = ["" if row["mean"] is None else repr(row["mean"]) for row in table]
    assert [row["mean"] for row in rows("estimates.csv", files)] == means


def test_json_holds_no_nan() -> None:
    def refuse(name: str) -> None:
        raise AssertionError(name)

    for release in (demo_release(), all_withheld(demo_release())):
        json.loads(release_files(release)["results.json"], parse_constant=refuse)


def test_no_cell_of_a_csv_starts_a_formula() -> None:
    release = canteen_release()
    hostile = Domain("everyone", None, "=HYPERLINK()")
    bases = {**release.bases, hostile: Withheld(Reason.TOO_FEW)}
    files = release_files(replace(release, bases=bases))
    assert rows("bases.csv", files)[-1]["council"] == "'=HYPERLINK()"


def test_another_edition_is_refused(written: Path) -> None:
    with pytest.raises(MismatchError, match="Analyse the returns again"):
        read_release(written, shipped_bank())


@pytest.mark.parametrize("content", [b"", b"[]", b'{"schema": "other"}', b"\xff"])
def test_a_file_that_is_something_else_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "results.json"
    path.write_bytes(content)
    with pytest.raises(CoprodSurveyError, match="must"):
        read_release(path, canteen_bank())


def test_the_same_release_gives_the_same_bytes() -> None:
    assert release_files(canteen_release()) == release_files(canteen_release())
