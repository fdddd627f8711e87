"""Rows: whose they are, and which cannot be used.

1. Groups match by id, name or alias; a bank of one group needs no column for it.
2. An unknown group, form or edition sets the row aside, and the reason says which.
3. A row without answers is set aside.
4. Of several rows of a respondent in a council and wave the first counts, across files.
5. Whatever is not said of a respondent is made up so that it can be seen.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from coprod_survey.errors import CoprodSurveyError
from coprod_survey.model.instrument import ReturnsColumns
from coprod_survey.model.variable import NOT_SHOWN, SKIPPED
from coprod_survey.returns import read_returns
from coprod_survey.returns.assemble import joined
from tests.returns.reading import read_text, set_aside
from tests.small_bank import BANK

ONE_GROUP = replace(BANK, groups=BANK.groups[:1])


@pytest.mark.parametrize(
    "name", ["staff", "STAFF", "frontline", "Front-line", "Front line staff", " front  line staff "]
)
def test_1_groups_match_by_id_name_and_alias(name: str, tmp_path: Path) -> None:
    returns = read_text(tmp_path, f"group,harm\n{name},1\n")
    assert returns.texts("group") == ["staff"]


@pytest.mark.parametrize("text", ["harm\n1\n2\n", "group,harm\nstaff,1\n,2\n"])
def test_1_a_bank_of_one_group_needs_no_group_column(text: str, tmp_path: Path) -> None:
    assert read_text(tmp_path, text, ONE_GROUP).texts("group") == ["staff", "staff"]


def test_2_unknown_groups_and_forms_are_set_aside_with_the_nearest_named(tmp_path: Path) -> None:
    text = "group,form,harm\nstaf,A,1\n,A,1\nstaff,C,1\nstaff,b,1\nmartians,A,9\n"
    returns = read_text(tmp_path, text)
    assert returns.texts("form") == ["B"]
    assert set_aside(returns) == [
        (2, "", "staf", 'unknown group: "staf". Did you mean "staff"?'),
        (3, "", "", "no group"),
        (4, "", "C", 'unknown form: "C". The forms are A, B.'),
        (6, "", "martians", 'unknown group: "martians".'),
    ]


def test_2_a_form_left_blank_may_have_asked_anything(tmp_path: Path) -> None:
    returns = read_text(tmp_path, "group,form,harm,seen,share\nstaff,,1,y,3\nstaff,,1,,\n")
    assert returns.codes("seen").tolist() == [1, SKIPPED]
    assert returns.codes("share").tolist() == [4, SKIPPED]
    assert returns.texts("form") == ["", ""]


def test_2_answers_to_another_edition_are_set_aside(tmp_path: Path) -> None:
    ours = BANK.fingerprint
    text = (
        f"group,edition,fingerprint,harm\nstaff,2026-1,{ours},1\nstaff,Jan-26,{ours},2\n"
        "staff,2025-1,0123456789ab,3\nstaff,2025-1,,4\nstaff,,,1\nstaff,,0123456789ab,2\n"
        "staff,2026-1,0123456789ab,2\n"
    )
    returns = read_text(tmp_path, text)
    assert returns.codes("harm").tolist() == [1, 2, 1]
    assert [(row, reason) for row, _, _, reason in set_aside(returns)] == [
        (4, "another edition: 2025-1, not 2026-1"),
        (5, "another edition: 2025-1, not 2026-1"),
        (7, f"another questionnaire: 0123456789ab, not {ours}"),
        (8, f"another questionnaire: 0123456789ab, not {ours}"),
    ]


def test_3_rows_without_answers_are_set_aside(tmp_path: Path) -> None:
    text = (
        "group,harm,stage_plan,comment\nstaff,,,\n,,,\nstaff,,0,\nstaff,9,,\n"
        "staff,,1,\nstaff,,,words\nstaff,na,,\n"
    )
    returns = read_text(tmp_path, text)
    assert returns.table.column("row").to_pylist() == [6, 7, 8]
    assert set_aside(returns) == [
        (2, "", "", "no answers"),
        (3, "", "", "no answers"),
        (4, "", "", "no answers"),
        (5, "", "", "no answer that can be used"),
        (5, "harm", "9", "not one of the answers"),
    ]


def test_3_a_row_is_set_aside_once_and_its_cells_not_again(tmp_path: Path) -> None:
    returns = read_text(tmp_path, "group,form,harm,time\nmartians,Z,9,9\ncouncillor,A,1,1\n")
    assert [entry.row for entry in returns.set_aside] == [2, 3]
    assert returns.adds_up


def test_4_the_first_row_of_a_respondent_counts(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("respondent,group,wave,harm\n7,staff,1,1\n7,staff,2,2\n")
    (tmp_path / "b.csv").write_text(
        "harm,respondent,group,wave\n3,7,staff,1\n4,8,staff,1\n,9,staff,1\n2,9,staff,1\n1,8,staff,1\n"
    )
    returns = read_returns([tmp_path / "a.csv", tmp_path / "b.csv"], BANK)
    assert returns.codes("harm").tolist() == [1, 2, 4, 2]
    first = f"respondent already counted: {(tmp_path / 'a.csv').as_posix()}, row 2"
    again = f"respondent already counted: {(tmp_path / 'b.csv').as_posix()}, row 3"
    assert set_aside(returns) == [
        (2, "", "7", first),
        (4, "", "", "no answers"),
        (6, "", "8", again),
    ]
    assert [file.rows for file in returns.files] == [2, 5]


def test_4_two_councils_may_number_their_people_alike(tmp_path: Path) -> None:
    text = "respondent,council,group,harm\n1,Ash,staff,1\n1,Bram,staff,2\n1,Ash,staff,3\n"
    returns = read_text(tmp_path, text)
    assert returns.codes("harm").tolist() == [1, 2]
    assert [entry.row for entry in returns.set_aside] == [4]


def test_4_a_file_read_twice_counts_once(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("group,harm\nstaff,1\nstaff,2\n")
    returns = read_returns([file, file], BANK)
    assert (returns.rows_in, returns.table.num_rows, returns.rows_set_aside) == (4, 2, 2)


def test_5_what_is_not_said_is_made_up(tmp_path: Path) -> None:
    returns = read_text(tmp_path, "respondent,council,group,harm\n,,staff,1\nx,Ash,staff,2\n")
    file = (tmp_path / "r.csv").as_posix()
    assert returns.texts("respondent") == [f"{file}:2", "x"]
    assert returns.texts("council") == ["all", "Ash"]
    assert returns.texts("wave") == ["", ""]
    assert returns.texts("file") == [file, file]


def test_5_the_survey_names_the_headings(tmp_path: Path) -> None:
    named = ReturnsColumns(respondent="Person No", council="Authority", group="role")
    survey = BANK.survey.model_copy(update={"returns": named})
    text = "person no.,AUTHORITY,Role,harm,group\n4,Ash,staff,1,x\n"
    returns = read_text(tmp_path, text, replace(BANK, survey=survey))
    assert returns.texts("respondent") == ["4"]
    assert returns.texts("council") == ["Ash"]
    assert returns.files[0].unknown_columns == ("group",)


def test_5_headings_to_ignore_are_not_reported(tmp_path: Path) -> None:
    survey = BANK.survey.model_copy(update={"returns": ReturnsColumns(ignore=("Start time",))})
    text = "group,harm,start_time,end time,language\nstaff,1,9,10,en\n"
    [file] = read_text(tmp_path, text, replace(BANK, survey=survey)).files
    assert file.unknown_columns == ("end time",)


@pytest.mark.parametrize(("mark", "simulated"), [("true", True), ("0", False), ("", False)])
def test_simulated_answers_say_so(mark: str, simulated: bool, tmp_path: Path) -> None:
    returns = read_text(tmp_path, f"group,harm,simulated\nstaff,1,{mark}\nstaff,2,\n")
    assert returns.simulated == simulated


def test_rows_that_do_not_add_up_are_never_let_through(tmp_path: Path) -> None:
    returns = read_text(tmp_path, "group,harm\nstaff,1\n")
    with pytest.raises(CoprodSurveyError, match="please report it"):
        joined([replace(returns, rows_in=2)])


def test_a_garbled_group_column_takes_no_time(tmp_path: Path) -> None:
    rows = "".join(f"person{n},1\n" for n in range(20_000))
    returns = read_text(tmp_path, f"group,harm\n{rows}staff,1\n")
    assert returns.rows_set_aside == 20_000
    assert np.array_equal(returns.codes("harm"), [1])
    assert returns.codes("time").tolist() == [NOT_SHOWN]
