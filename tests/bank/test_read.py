"""What a bank file may say, and what its author is told when it says something else."""

from pathlib import Path
from textwrap import dedent

import pytest

from coprod_survey.bank.read import examine_bank, read_bank
from coprod_survey.errors import BankError
from coprod_survey.model.problem import Problem

GOOD = """\
survey:
  id: tiny
  title: A tiny survey
  edition: "1"
  forms: ["A", "B"]
groups:
  - id: staff
    name: Staff
  - id: managers
    name: Managers
    aliases: [boss]
scales:
  - id: often
    points:
      - {code: "1", label: Never}
      - {code: "2", label: Sometimes}
      - {code: "3", label: Often}
absences:
  - {code: dk, label: I don't know, means: dont_know}
constructs:
  - {id: care, name: Care}
facets:
  - {id: time, name: Time, construct: care}
modules:
  - id: main
    items:
      - id: time1
        ask: How often do you have time?
        scale: often
        also: [dk]
        facet: time
"""


LEGAL_ID = 'id must be a small letter followed by small letters or digits, twenty at most, not "{}"'


def written(folder: Path, text: str, name: str = "bank.yaml") -> Path:
    (folder / name).write_text(dedent(text), encoding="utf-8")
    return folder


def problems(folder: Path, old: str, new: str) -> tuple[Problem, ...]:
    """The problems of the good bank with one thing changed."""
    assert old in GOOD
    _, found = examine_bank(written(folder, GOOD.replace(old, new)))
    return found


def test_a_good_bank_is_read(tmp_path: Path) -> None:
    bank = read_bank(written(tmp_path, GOOD))
    assert bank.items["time1"].facet == "time"
    assert [option.code for option in bank.options(bank.items["time1"])] == ["1", "2", "3", "dk"]
    assert bank.group("boss").id == "managers"


def test_a_bank_may_be_spread_over_files(tmp_path: Path) -> None:
    head, tail = GOOD.split("constructs:")
    written(tmp_path, head, "a.yaml")
    written(tmp_path, f"constructs:{tail}", "b.yaml")
    assert read_bank(tmp_path).fingerprint == read_bank(written(tmp_path / "..", GOOD)).fingerprint


def test_a_changed_word_changes_the_fingerprint(tmp_path: Path) -> None:
    before = read_bank(written(tmp_path, GOOD)).fingerprint
    assert (
        read_bank(written(tmp_path, GOOD.replace("have time", "find time"))).fingerprint != before
    )


@pytest.mark.parametrize(
    ("old", "new", "code", "line", "message"),
    [
        (
            "scale: often",
            "scale: agree7",
            "scale-unknown",
            29,
            'scale must be one of often, not "agree7"',
        ),
        (
            "facet: time\n",
            "facet: tim\n",
            "facet-unknown",
            31,
            'facet must be one of time, not "tim"',
        ),
        ("also: [dk]", "also: [na]", "also-unknown", 30, 'also must be one of dk, not "na"'),
        (
            "construct: care",
            "construct: car",
            "construct-unknown",
            23,
            'construct must be one of care, not "car"',
        ),
        (
            "ask: How often do you have time?",
            "asks: How?",
            "key-unknown",
            28,
            '"asks" is not a key that belongs here',
        ),
        ('code: "2"', "code: 2", "text-needed", 16, "code must be text in quotes, not the bare 2"),
        (
            'code: "2"',
            'code: "1"',
            "code-twice",
            14,
            'each answer must have its own code; "1" is there twice',
        ),
        (
            'code: "2"',
            'code: "two words"',
            "name-illegal",
            16,
            'code must be one to five small letters or digits, not "two words"',
        ),
        (
            "id: time1",
            "id: Time_1",
            "name-illegal",
            27,
            LEGAL_ID.format("Time_1"),
        ),
        (
            "id: time1",
            "id: council",
            "name-reserved",
            27,
            '"council" is the heading of another column and must not be an item id',
        ),
        (
            "aliases: [boss]",
            "aliases: [staff]",
            "alias-twice",
            11,
            '"staff" must name one group, not two',
        ),
        (
            "id: managers",
            "id: staff",
            "name-twice",
            9,
            '"staff" must be the name of one of the groups, not two',
        ),
        (
            "scale: often\n",
            "kind: many\n",
            "options-missing",
            29,
            'an item of kind "many" must have a scale or options',
        ),
        (
            "title: A tiny survey",
            "title: A tiny survey\n  title: Again",
            "key-twice",
            4,
            '"title" must be given once, not twice',
        ),
    ],
)
def test_a_problem_has_a_place_and_a_sentence(
    tmp_path: Path, old: str, new: str, code: str, line: int, message: str
) -> None:
    found = [p for p in problems(tmp_path, old, new) if p.code == code]
    assert [(p.where.line, p.message) for p in found] == [(line, message)]


def test_a_hint_names_the_nearest(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, "scale: often", "scale: oftn")
    assert found.hint == 'Did you mean "often"?'


def test_a_problem_reads_as_file_line_column(tmp_path: Path) -> None:
    (found,) = problems(tmp_path, "scale: often", "scale: agree7")
    assert str(found).startswith(f"{tmp_path / 'bank.yaml'}:29:9: scale must be one of often")
    assert "[scale-unknown]" in str(found)


def test_problems_are_gathered_not_one_at_a_time(tmp_path: Path) -> None:
    text = GOOD.replace("scale: often", "scale: agree7").replace("facet: time\n", "facet: tim\n")
    with pytest.raises(BankError) as error:
        read_bank(written(tmp_path, text))
    assert {p.code for p in error.value.problems} == {"scale-unknown", "facet-unknown"}


def test_problems_of_several_files_are_gathered(tmp_path: Path) -> None:
    written(tmp_path, GOOD.replace("name: Staff", "nam: Staff"), "a.yaml")
    written(tmp_path, "scales: [", "b.yaml")
    _, found = examine_bank(tmp_path)
    assert {p.code for p in found} == {"key-missing", "key-unknown", "yaml"}


@pytest.mark.parametrize("word", ["no", "on", "yes", "1:30", "2026-01-01", "0x1F"])
def test_words_that_yaml_1_1_would_change_stay_words(tmp_path: Path, word: str) -> None:
    bank = read_bank(written(tmp_path, GOOD.replace("label: Never", f"label: {word}")))
    assert bank.options(bank.items["time1"])[0].label == word


@pytest.mark.parametrize(
    "text",
    [
        "a: [",
        "!!python/object/apply:os.system ['true']",
        "\t- tab",
        "a: &a [*a]",
        "\x00\x01binary",
        "b: " + "[" * 3000,
        "a: &a [x,x,x,x,x,x,x,x]\n"
        + "".join(
            f"{c}: &{c} [{', '.join([f'*{p}'] * 9)}]\n"
            for p, c in zip("abcdefgh", "bcdefghi", strict=True)
        ),
    ],
    ids=["open", "object", "tab", "loop", "binary", "deep", "laughs"],
)
def test_what_is_not_plain_yaml_is_a_problem_not_an_error(tmp_path: Path, text: str) -> None:
    _, found = examine_bank(written(tmp_path, text))
    assert found
    assert all(p.where.file.endswith("bank.yaml") for p in found)


def test_an_empty_folder_is_no_bank(tmp_path: Path) -> None:
    _, (found,) = examine_bank(tmp_path)
    assert found.code == "bank-empty"


def test_a_bank_needs_one_survey(tmp_path: Path) -> None:
    _, (found,) = examine_bank(written(tmp_path, "groups: []"))
    assert found.message == 'exactly one file must have the key "survey", not 0'
