"""What always holds of reading returns.

1. Valid returns come back exactly, whatever the column order, delimiter, mark, quoting and words.
2. However a file is damaged, every row is used or set aside, or the file is refused with reasons.
3. The Parquet file gives back exactly what was read.
"""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_survey.errors import ReturnsError
from coprod_survey.model.returns import Returns
from coprod_survey.model.variable import NOT_SHOWN, SKIPPED, Variable, variables, variables_of
from coprod_survey.returns import read_returns
from coprod_survey.returns.store import account, from_parquet, set_aside_csv, to_parquet
from tests.small_bank import BANK

Row = dict[str, int]
"""The code of each variable."""

GROUPS = {"staff": ("staff", "FRONTLINE", "Front line staff"), "councillor": ("councillor",)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("returns")


@dataclass(frozen=True)
class Person:
    group: str
    form: str
    comment: str
    codes: Row


@st.composite
def people(draw: st.DrawFn) -> Person:
    """A respondent who has answered what their group and form ask, harm at least."""
    group, form = draw(st.sampled_from(tuple(GROUPS))), draw(st.sampled_from(("A", "B", "")))
    codes: Row = {}
    for item in BANK.items.values():
        columns = variables_of(item, BANK)
        asked = BANK.asked_of(item, BANK.group(group))
        if not asked or (item.forms and form and form not in item.forms):
            codes |= {v.name: NOT_SHOWN for v in columns}
        elif item.kind == "many":
            codes |= draw(ticks(columns))
        elif item.kind == "rank":
            places = draw(st.permutations((*range(1, len(columns) + 1), *[SKIPPED] * 3)))
            codes |= dict(zip((v.name for v in columns), places, strict=False))
        else:
            codes |= {v.name: draw(code_of(v, answered=item.id == "harm")) for v in columns}
    comment = draw(st.text("aé \n\",;'=–", max_size=8))
    return Person(group, form, comment.strip(), codes)


def code_of(variable: Variable, *, answered: bool) -> st.SearchStrategy[int]:
    places = st.integers(1, len(variable.points))
    absences = [code for _, code in variable.absences] + ([] if answered else [SKIPPED])
    return places | st.sampled_from(absences) if absences else places


@st.composite
def ticks(draw: st.DrawFn, columns: tuple[Variable, ...]) -> Row:
    """Skipped, up to two options, or the last, which is none of these."""
    names = [v.name for v in columns]
    chosen = draw(
        st.lists(st.sampled_from(names[:-1]), max_size=2, unique=True) | st.just(names[-1:])
    )
    if not chosen:
        return dict.fromkeys(names, SKIPPED)
    return {name: 2 if name in chosen else 1 for name in names}


@st.composite
def written(draw: st.DrawFn, variable: Variable, code: int) -> str:
    """One of the ways to write a code."""
    if code in (SKIPPED, NOT_SHOWN):
        return draw(st.sampled_from(("", " ")))
    options = dict(enumerate(variable.points, 1))
    options |= {absence: option for option, absence in variable.absences}
    if variable.item.kind == "many":
        words = ("1", "yes", "TRUE", "x", "1.0") if code == 2 else ("0", "No", "false", "0.0")
        return draw(st.sampled_from(words))
    option = options[code]
    ways = [option.code, option.code.upper(), f" {option.code} "]
    ways += [f"{option.code}.0"] if option.code.isdigit() else []
    ways += [option.label, option.label.upper(), option.label.replace(" ", "-")] * bool(
        option.label
    )
    return draw(st.sampled_from(ways))


@st.composite
def files(draw: st.DrawFn) -> tuple[list[Person], bytes]:
    """Some respondents, and a CSV file of them."""
    persons = draw(st.lists(people(), min_size=1, max_size=6))
    named = list(variables(BANK).items())
    headings = ["respondent", "group", "form", "comment", *(name for name, _ in named)]
    rows = []
    for number, person in enumerate(persons):
        cells = [draw(written(variable, person.codes[name])) for name, variable in named]
        group = draw(st.sampled_from(GROUPS[person.group]))
        rows.append([f"p{number}", group, person.form, person.comment, *cells])
    order = draw(st.permutations(range(len(headings))))
    text = io.StringIO(newline="")
    writer = csv.writer(
        text,
        delimiter=draw(st.sampled_from(",;\t")),
        lineterminator=draw(st.sampled_from(("\n", "\r\n"))),
        quoting=draw(st.sampled_from((csv.QUOTE_ALL, csv.QUOTE_MINIMAL))),
    )
    case = draw(st.sampled_from((str.lower, str.upper, str.title)))
    for row in ([case(heading) for heading in headings], *rows):
        writer.writerow([row[place] for place in order])
    encoding = draw(st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "cp1252")))
    return persons, text.getvalue().encode(encoding)


def read_bytes(folder: Path, content: bytes) -> Returns:
    file = folder / "r.csv"
    file.write_bytes(content)
    return read_returns([file], BANK)


@given(files())
def test_1_valid_returns_come_back_exactly(folder: Path, file: tuple[list[Person], bytes]) -> None:
    persons, content = file
    returns = read_bytes(folder, content)
    assert returns.set_aside == ()
    assert returns.rows_in == returns.table.num_rows == len(persons)
    assert returns.texts("respondent") == [f"p{n}" for n in range(len(persons))]
    assert returns.texts("group") == [person.group for person in persons]
    assert returns.texts("form") == [person.form for person in persons]
    assert returns.texts("comment") == [person.comment for person in persons]
    for name in variables(BANK):
        assert returns.codes(name).tolist() == [person.codes[name] for person in persons], name


@given(files(), st.data())
def test_2_damage_never_loses_a_row(
    folder: Path, file: tuple[list[Person], bytes], data: st.DataObject
) -> None:
    content = file[1]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(start, min(len(content), start + 40)))
        change = data.draw(st.binary(max_size=6) | st.sampled_from((b'"', b"\n", b",", b"\0")))
        content = content[:start] + change + content[end:]
    judged(folder, content)


@given(st.binary(max_size=300) | st.text(max_size=200).map(str.encode))
def test_2_anything_at_all_is_read_or_refused(folder: Path, content: bytes) -> None:
    judged(folder, content)
    judged(folder, b"group,harm\n" + content)


@given(files(), st.data())
def test_2_cells_in_the_wrong_place_never_lose_a_row(
    folder: Path, file: tuple[list[Person], bytes], data: st.DataObject
) -> None:
    *lines, last = (line for line in file[1].split(b"\n") if line)
    cells = data.draw(st.permutations(last.split(b",")))
    judged(folder, b"\n".join([*lines, b",".join(cells)]))


def judged(folder: Path, content: bytes) -> None:
    """Either the account adds up and can be kept, or the file is refused and nothing else."""
    try:
        returns = read_bytes(folder, content)
    except ReturnsError:
        return
    assert returns.adds_up
    assert returns.files[0].rows == returns.rows_in
    where = [(entry.file, entry.row) for entry in returns.set_aside if not entry.column]
    assert len(set(where)) == len(where)
    used = returns.table.column("row").to_pylist()
    assert len(set(used)) == len(used)
    assert not set(used) & {row for _, row in where}
    assert account(returns)
    assert set_aside_csv(returns)
    stored = folder / "r.parquet"
    stored.write_bytes(to_parquet(returns))
    assert from_parquet(stored, BANK) == returns


@given(files())
def test_3_parquet_is_exact(folder: Path, file: tuple[list[Person], bytes]) -> None:
    returns = read_bytes(folder, file[1])
    stored = folder / "r.parquet"
    stored.write_bytes(to_parquet(returns))
    back = from_parquet(stored, BANK)
    assert back == returns
    assert back.table.equals(returns.table)
