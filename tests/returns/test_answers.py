"""Headings to variables, and cells to codes.

1. A heading matches by id or alias, whatever its case and signs, and with a number before it.
2. A cell matches by code, then as a number, then by label; absences by code or label.
3. Blank is skipped, and not shown where the group or the form is not asked or there is no column.
4. What is not an answer, or was not asked, is set aside with its place.
5. Ticks: blank beside a tick is not ticked; too many, or an answer that stands alone, tell nothing.
6. Ranks: options given the same place are set aside.
"""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from coprod_survey.model.instrument import Item, Option
from coprod_survey.model.returns import Returns
from coprod_survey.model.variable import (
    DOES_NOT_APPLY,
    DONT_KNOW,
    NOT_SHOWN,
    SKIPPED,
    Variable,
    variables,
)
from coprod_survey.returns.match import UNREADABLE, choices, codes_of, folded, ticks
from coprod_survey.returns.sheet import TextColumn
from tests.returns.reading import read_text, set_aside
from tests.small_bank import BANK

NOT_ASKED = "not asked of this group"
NOT_IN_FORM = "not asked in this form"
NOT_AN_ANSWER = "not one of the answers"


def codes(returns: Returns, *names: str) -> list[list[int]]:
    """The codes of some variables, a list for each."""
    return [returns.codes(name).tolist() for name in names]


@pytest.mark.parametrize(
    "heading", ["harm", "HARM", " Harm ", "harm.", "12. harm", "12) Harm", "3 harm", "harm:"]
)
def test_1_a_heading_matches_by_id(heading: str, tmp_path: Path) -> None:
    assert codes(read_text(tmp_path, f"group,{heading}\nstaff,2\n"), "harm") == [[2]]


@pytest.mark.parametrize("heading", ["Q7 Blame", "q7_blame", "Q7.BLAME ", "blame"])
def test_1_a_heading_matches_by_alias_and_by_id(heading: str, tmp_path: Path) -> None:
    assert codes(read_text(tmp_path, f"group,{heading}\nstaff,2\n"), "blame") == [[2]]


def test_1_an_alias_goes_before_the_id(tmp_path: Path) -> None:
    returns = read_text(tmp_path, "group,blame,Q7 Blame\nstaff,1,4\n")
    assert codes(returns, "blame") == [[4]]
    assert returns.files[0].unknown_columns == ("blame",)


@pytest.mark.parametrize("form", ["stage_{}", "stage[{}]", "stage/{}", "Stage-{}", "stage.{}"])
def test_1_options_match_however_they_are_joined(form: str, tmp_path: Path) -> None:
    heading = ",".join(form.format(code) for code in ("plan", "money"))
    assert codes(read_text(tmp_path, f"group,{heading}\nstaff,1,0\n"), "stage_plan") == [[2]]


def test_1_the_account_has_what_is_left_out_and_what_is_missing(tmp_path: Path) -> None:
    [file] = read_text(tmp_path, "group,harm,Shoe size\nstaff,2,44\n").files
    assert file.unknown_columns == ("Shoe size",)
    assert file.missing_variables == tuple(n for n in variables(BANK) if n != "harm")


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("2", 2),
        (" 2 ", 2),
        ("2.0", 2),
        ("2,00", 2),
        ("02", 2),
        ("2.", 2),
        ("A little worried", 2),
        ("a  LITTLE-worried", 2),
        ("alittle worried", 2),
        ("na", DOES_NOT_APPLY),
        ("NA", DOES_NOT_APPLY),
        ("does not apply to me", DOES_NOT_APPLY),
        ("", SKIPPED),
        ("  ", SKIPPED),
    ],
)
def test_2_3_a_cell_matches_by_code_number_or_label(cell: str, code: int, tmp_path: Path) -> None:
    returns = read_text(tmp_path, f'group,harm,blame\nstaff,"{cell}",1\n')
    assert codes(returns, "harm") == [[code]]
    assert returns.set_aside == ()


@pytest.mark.parametrize("cell", ["5", "0", "-2", "– 2", "(2)", "2.5", "2e0", "dk", "worried", "#"])
def test_4_what_is_not_an_answer_is_set_aside_and_skipped(cell: str, tmp_path: Path) -> None:
    returns = read_text(tmp_path, f'group,Harm,blame\nstaff,1,1\nstaff,"{cell}",1\n')
    assert codes(returns, "harm") == [[1, SKIPPED]]
    assert set_aside(returns) == [(3, "Harm", cell, NOT_AN_ANSWER)]


@pytest.mark.parametrize("cell", ["dk", "Don't know", "don’t know", "DONT KNOW"])
def test_2_dont_know_is_an_absence_of_its_own(cell: str, tmp_path: Path) -> None:
    returns = read_text(tmp_path, f"group,form,seen,share\nstaff,A,{cell},\nstaff,B,,{cell}\n")
    assert codes(returns, "seen", "share") == [[DONT_KNOW, NOT_SHOWN], [NOT_SHOWN, DONT_KNOW]]


def test_2_numbers_keep_their_place_from_the_least(tmp_path: Path) -> None:
    returns = read_text(tmp_path, "group,form,share\nstaff,B,0\nstaff,B,20.0\nstaff,B,21\n")
    assert codes(returns, "share") == [[1, 21]]
    assert [entry.value for entry in returns.set_aside] == ["", "21"]


def test_2_a_code_goes_before_a_label_like_it() -> None:
    options = (Option(code="1", label="2"), Option(code="2", label="1"))
    lexicon = choices(Variable("v", Item(id="v", ask="?"), options))
    assert (lexicon["1"], lexicon["2"]) == (1, 2)


def test_2_labels_that_differ_only_in_signs_match_nothing() -> None:
    options = (Option(code="a", label="Town <"), Option(code="b", label="Town >"))
    column = TextColumn("v", ("Town", "a"), np.array([0, 1]))
    lexicon = choices(Variable("v", Item(id="v", ask="?"), options))
    assert codes_of(column, lexicon).tolist() == [UNREADABLE, 1]


@pytest.mark.parametrize(
    ("one", "other"), [("1–2", "12"), ("1-2", "12"), ("(3)", "3"), ("– 3", "3"), ("-3", "3")]
)
def test_2_no_number_is_made_by_leaving_signs_out(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_2_a_very_long_cell_takes_no_time() -> None:
    assert folded("0" * 1_000_000) == "0"
    assert folded("0" * 1_000_000 + "x").endswith("x")


def test_3_not_shown_is_told_from_skipped(tmp_path: Path) -> None:
    text = "group,form,harm,seen,share,time\nstaff,A,1,,,\nstaff,B,1,,,\ncouncillor,,1,,,\n"
    returns = read_text(tmp_path, text)
    assert codes(returns, "seen", "share", "time", "blame") == [
        [SKIPPED, NOT_SHOWN, SKIPPED],
        [NOT_SHOWN, SKIPPED, SKIPPED],
        [SKIPPED, SKIPPED, NOT_SHOWN],
        [NOT_SHOWN, NOT_SHOWN, NOT_SHOWN],
    ]
    assert returns.texts("comment") == ["", "", ""]


def test_4_an_answer_to_what_was_not_asked_is_set_aside(tmp_path: Path) -> None:
    returns = read_text(
        tmp_path, "group,form,harm,seen,share,time\nstaff,A,1,y,5,1\ncouncillor,B,1,n,5,2\n"
    )
    assert codes(returns, "seen", "share", "time") == [[1, -1], [-1, 6], [1, -1]]
    assert set_aside(returns) == [
        (2, "share", "5", NOT_IN_FORM),
        (3, "seen", "n", NOT_IN_FORM),
        (3, "time", "2", NOT_ASKED),
    ]


STAGES = "stage_plan", "stage_money", "stage_work", "stage_none"
LEADING = "group,harm,stage_plan,stage_money,stage_work,stage_none,stage_dk\nstaff,1,"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ("1,0,0,0,0", [2, 1, 1, 1]),
        ("1,,,,", [2, 1, 1, 1]),
        ("yes,No,FALSE,n,", [2, 1, 1, 1]),
        ("x,,,,", [2, 1, 1, 1]),
        ("Ticked,,true,,", [2, 1, 2, 1]),
        ("Planning a service,,,,", [2, 1, 1, 1]),
        ("1.0,0.0,0.0,0.0,0.0", [2, 1, 1, 1]),
        (",,,,", [0, 0, 0, 0]),
        ("0,0,0,0,0", [1, 1, 1, 1]),
        (",,,1,", [1, 1, 1, 2]),
        (",,,,1", [DONT_KNOW] * 4),
        ("0,0,0,0,1", [DONT_KNOW] * 4),
    ],
)
def test_5_ticks(cells: str, expected: list[int], tmp_path: Path) -> None:
    returns = read_text(tmp_path, LEADING + cells + "\n")
    assert codes(returns, *STAGES) == [[code] for code in expected]
    assert returns.set_aside == ()


@pytest.mark.parametrize(
    ("cells", "columns", "reason"),
    [
        ("1,1,1,,", ["money", "plan", "work"], "more than 2 ticked"),
        ("1,,,1,", ["none", "plan"], "ticked together with an answer that stands alone"),
        (",x,,,x", ["dk", "money"], "ticked together with an answer that stands alone"),
        ("1,1,1,1,", ["money", "none", "plan", "work"], "ticked together with an answer that"),
    ],
)
def test_5_ticks_that_contradict_tell_nothing(
    cells: str, columns: list[str], reason: str, tmp_path: Path
) -> None:
    returns = read_text(tmp_path, LEADING + cells + "\n")
    assert codes(returns, *STAGES) == [[SKIPPED]] * 4
    assert [entry.column for entry in returns.set_aside] == [f"stage_{name}" for name in columns]
    assert all(entry.reason.startswith(reason) for entry in returns.set_aside)


def test_5_a_tick_that_cannot_be_read_does_not_spoil_the_others(tmp_path: Path) -> None:
    returns = read_text(tmp_path, LEADING + "1,perhaps,,,\n")
    assert codes(returns, *STAGES) == [[2], [SKIPPED], [1], [1]]
    assert set_aside(returns) == [(2, "stage_money", "perhaps", NOT_AN_ANSWER)]


def test_5_an_option_without_a_column_was_not_shown(tmp_path: Path) -> None:
    returns = read_text(tmp_path, "group,stage_plan,stage_none\nstaff,1,\n")
    assert codes(returns, *STAGES) == [[2], [NOT_SHOWN], [NOT_SHOWN], [1]]


def test_5_an_option_called_no_is_not_a_tick() -> None:
    assert ticks(Option(code="n", label="No"))["no"] == 1


TOPICS = "topic_heal", "topic_env", "topic_safe"


@pytest.mark.parametrize(
    ("cells", "expected", "aside"),
    [
        ("1,2,3", [1, 2, 3], []),
        ("3.0,1,", [3, 1, SKIPPED], []),
        (",,", [SKIPPED] * 3, []),
        ("1,1,2", [SKIPPED, SKIPPED, 2], ["topic_env", "topic_heal"]),
        ("2,2,2", [SKIPPED] * 3, ["topic_env", "topic_heal", "topic_safe"]),
        ("1,4,x", [1, SKIPPED, SKIPPED], ["topic_env", "topic_safe"]),
    ],
)
def test_6_ranks(cells: str, expected: list[int], aside: list[str], tmp_path: Path) -> None:
    returns = read_text(tmp_path, f"group,harm,{','.join(TOPICS)}\nstaff,1,{cells}\n")
    assert codes(returns, *TOPICS) == [[code] for code in expected]
    assert [entry.column for entry in returns.set_aside] == aside


def test_6_dont_know_stands_for_the_whole_ranking(tmp_path: Path) -> None:
    unsure = Item(
        id="rank",
        kind="rank",
        ask="?",
        options=(Option(code="a", label="A"), Option(code="b", label="B")),
        also=("dk",),
    )
    module = BANK.modules[0].model_copy(update={"items": (unsure,)})
    bank = replace(BANK, modules=(module,))
    text = "group,rank_a,rank_b,rank_dk\nstaff,1,2,\nstaff,,,1\nstaff,2,1,1\n"
    returns = read_text(tmp_path, text, bank)
    assert codes(returns, "rank_a", "rank_b") == [[1, DONT_KNOW, 2], [2, DONT_KNOW, 1]]
    assert [(entry.row, entry.column) for entry in returns.set_aside] == [(4, "rank_dk")]
