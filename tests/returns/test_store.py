"""What is kept of returns: Parquet, the list of what was set aside, and the account."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from coprod_survey.errors import MismatchError, ReturnsError
from coprod_survey.model.returns import Returns, SetAside
from coprod_survey.returns import read_returns
from coprod_survey.returns.store import account, from_parquet, set_aside_csv, to_parquet
from tests.returns.reading import read_text
from tests.small_bank import BANK

TEXT = (
    "respondent,council,group,form,wave,harm,seen,stage_plan,comment,Shoe size,simulated\n"
    "1,Ash,staff,A,w1,2,y,1,Café,40,true\n"
    "2,Ash,staff,B,w1,9,,0,,41,true\n"
    "3,Ash,staff,A,w1,,,,,42,true\n"
    '4,Bram,councillor,A,w1,na,dk,,"two\nlines",43,true\n'
)


@pytest.fixture
def returns(tmp_path: Path) -> Returns:
    return read_text(tmp_path, TEXT)


def test_parquet_gives_back_exactly_what_was_written(returns: Returns, tmp_path: Path) -> None:
    file = tmp_path / "r.parquet"
    file.write_bytes(to_parquet(returns))
    assert from_parquet(file, BANK) == returns
    assert read_returns([file], BANK) == returns
    assert to_parquet(from_parquet(file, BANK)) == file.read_bytes()


def test_parquet_and_csv_are_read_together(returns: Returns, tmp_path: Path) -> None:
    (tmp_path / "r.parquet").write_bytes(to_parquet(returns))
    (tmp_path / "new.csv").write_text(
        "respondent,council,group,wave,harm\n1,Ash,staff,w1,1\n9,Ash,staff,w1,4\n"
    )
    both = read_returns([tmp_path / "r.parquet", tmp_path / "new.csv"], BANK)
    assert both.texts("respondent") == ["1", "4", "9"]
    assert both.rows_in == 6
    assert both.simulated


def test_parquet_of_another_questionnaire_is_refused(returns: Returns, tmp_path: Path) -> None:
    file = tmp_path / "r.parquet"
    file.write_bytes(to_parquet(returns))
    survey = BANK.survey.model_copy(update={"edition": "2027-1"})
    with pytest.raises(MismatchError, match="holds answers to edition 2026-1 of small") as error:
        from_parquet(file, replace(BANK, survey=survey))
    assert "Use the bank it was made with" in str(error.value)


def altered(returns: Returns, column: str, values: pa.Array) -> bytes:
    place = returns.table.column_names.index(column)
    return to_parquet(replace(returns, table=returns.table.set_column(place, column, values)))


def test_other_parquet_is_refused(returns: Returns, tmp_path: Path) -> None:
    plain = io.BytesIO()
    parquet.write_table(returns.table, plain)
    whole = to_parquet(returns)
    wide = altered(returns, "harm", pa.array([1, 2]))
    fewer = to_parquet(replace(returns, rows_in=99))
    for content in (b"", b"PAR1", plain.getvalue(), whole[:-9], wide, fewer):
        file = tmp_path / "r.parquet"
        file.write_bytes(content)
        with pytest.raises(ReturnsError, match="parquet-") as error:
            read_returns([file], BANK)
        assert error.value.problems[0].hint


def test_set_aside_is_a_list_a_spreadsheet_cannot_run(returns: Returns) -> None:
    cells = ("=1+1", "+1", "-1", "@x", "\tx", "\rx", "x=1", "é")
    entries = tuple(SetAside("f.csv", 2, cell, cell, "why") for cell in cells)
    text = set_aside_csv(replace(returns, set_aside=entries)).decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    assert header == ["file", "row", "column", "value", "reason"]
    assert [row[3] for row in rows] == ["'=1+1", "'+1", "'-1", "'@x", "'\tx", "'\rx", "x=1", "é"]
    assert [row[2] for row in rows] == [row[3] for row in rows]


def test_the_account_is_in_sentences(returns: Returns, tmp_path: Path) -> None:
    file = (tmp_path / "r.csv").as_posix()
    missing = (
        "blame, share, stage_money, stage_work, stage_none, topic_heal, topic_env, topic_safe, time"
    )
    assert account(returns) == (
        "4 rows came in from 1 file: 2 used and 2 set aside.",
        "Some or all of these answers are simulated: a computer made them up.",
        f"1 row set aside, no answer that can be used: {file} row 3.",
        f"1 row set aside, no answers: {file} row 4.",
        f'1 answer set aside, not one of the answers: {file} row 3, harm, "9".',
        f"Left out, not in the questionnaire: Shoe size (in {file}).",
        f"No column, so counted as not shown: {missing} (in {file}).",
    )


def test_the_account_of_many_files_stays_short(tmp_path: Path) -> None:
    for n in range(40):
        (tmp_path / f"{n:02}.csv").write_bytes(
            "group,harm,x\nstaff,1,é\nstaff,9,\n".encode("cp1252")
        )
    sentences = account(read_returns(sorted(tmp_path.iterdir()), BANK))
    assert len(sentences) == 6
    assert sentences[0] == "80 rows came in from 40 files: 40 used and 40 set aside."
    assert sentences[1].startswith("40 rows set aside, no answer that can be used: ")
    assert sentences[1].endswith("02.csv row 3; and 37 more.")
    assert sentences[3].startswith("In Windows-1252, so check that letters with accents")
    assert sentences[3].endswith("11.csv and 28 more.")


def test_repeated_respondents_are_told_together(tmp_path: Path) -> None:
    rows = "".join("7,staff,1\n" for _ in range(5))
    said = account(read_text(tmp_path, f"respondent,group,harm\n{rows}"))[1]
    file = (tmp_path / "r.csv").as_posix()
    places = "; ".join(f"{file} row {row} ({file}, row 2)" for row in (3, 4, 5))
    assert said == f"4 rows set aside, respondent already counted: {places}; and 1 more."
