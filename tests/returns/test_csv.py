"""CSV as other people's programs write it.

1. Column order, delimiter, byte-order mark, encoding, line ends and quoting make no difference.
2. An encoding other than UTF-8 is said.
3. Rows are numbered as a spreadsheet shows them, and those of the wrong width set aside.
4. A file that cannot be used is refused with its place and a remedy, in little memory.
"""

import io
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from coprod_survey.errors import ReturnsError
from coprod_survey.model.problem import Problem
from coprod_survey.returns import READERS, read_returns
from coprod_survey.returns.csv import PIECE
from coprod_survey.returns.store import account
from tests.returns.reading import read_text, set_aside
from tests.small_bank import BANK

PLAIN = "respondent,group,form,harm,comment\n1,staff,A,2,Café – fine\n2,councillor,B,4,\n"
QUOTED = "\n".join(",".join(f'"{cell}"' for cell in line.split(",")) for line in PLAIN.splitlines())


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (PLAIN.encode(), "UTF-8"),
        (PLAIN.encode("utf-8-sig"), "UTF-8"),
        (PLAIN.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + PLAIN.encode("utf-16-be"), "UTF-16"),
        (PLAIN.encode("cp1252"), "Windows-1252"),
        (PLAIN.replace(",", ";").encode(), "UTF-8"),
        (PLAIN.replace(",", "\t").encode(), "UTF-8"),
        (PLAIN.replace("\n", "\r\n").encode(), "UTF-8"),
        (PLAIN.replace("\n", "\r").encode(), "UTF-8"),
        (PLAIN.rstrip("\n").encode(), "UTF-8"),
        (QUOTED.encode(), "UTF-8"),
    ],
)
def test_1_2_however_it_is_written_it_reads_the_same(
    content: bytes, encoding: str, tmp_path: Path
) -> None:
    returns = read_text(tmp_path, content)
    assert returns.codes("harm").tolist() == [2, 4]
    assert returns.texts("comment") == ["Café – fine", ""]
    assert returns.texts("group") == ["staff", "councillor"]
    assert returns.files[0].encoding == encoding
    assert any(encoding in said for said in account(returns)) == (encoding != "UTF-8")


def test_1_the_delimiter_is_found_outside_quotes(tmp_path: Path) -> None:
    text = 'group;harm;"why, and for whom, and when, and where"\nstaff;3;"because; of, this"\n'
    returns = read_text(tmp_path, text)
    assert returns.codes("harm").tolist() == [3]
    assert returns.files[0].unknown_columns == ("why, and for whom, and when, and where",)


def test_3_rows_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    text = 'group,harm,comment\nstaff,1,"two\nlines"\nstaff,2\nstaff,,\n\nstaff,3,x,y\nstaff,4,z\n'
    returns = read_text(tmp_path, text)
    assert returns.codes("harm").tolist() == [1, 4]
    assert returns.table.column("row").to_pylist() == [2, 7]
    assert set_aside(returns) == [
        (3, "", "staff,2", "wrong number of cells: 2, not 3"),
        (4, "", "", "no answers"),
        (5, "", "", "no answers"),
        (6, "", "staff,3,x,y", "wrong number of cells: 4, not 3"),
    ]
    assert returns.rows_in == 6


def test_3_empty_rows_above_the_headings_are_counted(tmp_path: Path) -> None:
    returns = read_text(tmp_path, "\n\ngroup,harm\nstaff,1\nstaff\n")
    assert returns.table.column("row").to_pylist() == [4]
    assert [entry.row for entry in returns.set_aside] == [5]


def test_3_many_rows_of_the_wrong_width_in_many_blocks_keep_their_numbers(tmp_path: Path) -> None:
    words = "x" * 1000
    lines = [f"staff,{n % 4 + 1},{words}" + ("," if n % 997 == 5 else "") for n in range(9000)]
    returns = read_text(tmp_path, "group,harm,comment\n" + "\n".join(lines))
    wrong = [n + 2 for n in range(9000) if n % 997 == 5]
    assert [entry.row for entry in returns.set_aside] == wrong
    expected = [(row, (row - 2) % 4 + 1) for row in range(2, 9002) if row not in wrong]
    found = zip(returns.table.column("row").to_pylist(), returns.codes("harm"), strict=True)
    assert [(row, int(code)) for row, code in found] == expected


def refused(folder: Path, content: bytes, name: str = "r.csv") -> Problem:
    with pytest.raises(ReturnsError) as error:
        read_text(folder, content, name=name)
    [problem] = error.value.problems
    return problem


def workbook() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>" * 1000)
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (b"", "file-empty", 0),
        (b"\xef\xbb\xbf", "file-empty", 0),
        (b"\n \n\n", "file-empty", 0),
        (b"group,harm", "rows-missing", 0),
        (b"group,harm\r\n", "rows-missing", 0),
        (workbook(), "file-binary", 0),
        (b"group,harm\nstaff,\x001\n", "file-binary", 0),
        (b"group,harm\nstaff,\x81\n", "text-unreadable", 0),
        (PLAIN.encode("utf-16")[:-1], "text-unreadable", 0),
        (b'group,"harm\nstaff,1\n', "quote-open", 1),
        (b'group,harm\nstaff,1\nstaff,"2\nstaff,3\nstaff,4\n', "quote-open", 3),
        (b'group,harm\nstaff,"x\ny"\nstaff,"2\n\nstaff,3', "quote-open", 4),
        (b'group,harm\nstaff,1\n"staff,2\nstaff,3\n', "quote-open", 3),
        (b"group,harm,harm\nstaff,1,2\n", "heading-twice", 1),
        (b"group,harm, Harm \nstaff,1,2\n", "heading-twice", 1),
        (b"colour,size\nred,1\n", "headings-unknown", 1),
        (b"group,form\nstaff,A\n", "headings-unknown", 1),
        (b"harm\n1\n", "group-missing", 1),
        (b"group,harm\nstaff,1\n" + b"x" * (2 * PIECE), "line-long", 3),
        (b"x," * PIECE, "line-long", 1),
    ],
)
def test_4_what_cannot_be_read_is_refused(
    content: bytes, code: str, line: int, tmp_path: Path
) -> None:
    problem = refused(tmp_path, content)
    assert (problem.code, problem.where.line) == (code, line)
    assert problem.where.file == str(tmp_path / "r.csv")
    assert problem.hint


def test_4_a_missing_file_and_an_unknown_kind_of_file_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, b"PK", "r.xlsx").code == "source-unknown"
    with pytest.raises(ReturnsError, match="file-missing"):
        read_returns([tmp_path / "none.csv"], BANK)
    with pytest.raises(ReturnsError, match="file-missing"):
        read_returns([tmp_path], BANK)
    with pytest.raises(ReturnsError, match="files-missing"):
        read_returns([], BANK)


def test_4_the_problems_of_all_files_are_told_together(tmp_path: Path) -> None:
    for name in ("a.csv", "c.csv"):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / "b.csv").write_text(PLAIN)
    with pytest.raises(ReturnsError) as error:
        read_returns(sorted(tmp_path.iterdir()), BANK)
    assert [Path(p.where.file).name for p in error.value.problems] == ["a.csv", "c.csv"]


def test_4_a_line_without_end_takes_little_memory(tmp_path: Path) -> None:
    path = tmp_path / "r.csv"
    with path.open("wb") as file:
        file.write(b"group,harm\n")
        file.truncate(2 << 30)
        file.seek(11)
        file.write(b"x" * (8 * PIECE))
    tracemalloc.start()
    with pytest.raises(ReturnsError, match="line-long"):
        read_returns([path], BANK)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 16 * PIECE


def test_a_quote_mark_inside_a_cell_is_a_letter_like_another(tmp_path: Path) -> None:
    returns = read_text(tmp_path, 'group,comment,harm\nstaff,5" pipe,2\nstaff,"two\nlines",3\n')
    assert returns.codes("harm").tolist() == [2, 3]
    assert returns.texts("comment") == ['5" pipe', "two\nlines"]


def test_a_heading_that_is_left_out_may_stand_twice(tmp_path: Path) -> None:
    returns = read_text(tmp_path, "group,harm,notes,notes,,\nstaff,1,a,b,c,d\n")
    assert returns.files[0].unknown_columns == ("notes", "notes", "", "")


def test_every_reader_has_endings_of_its_own() -> None:
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    assert len(suffixes) == len(set(suffixes))
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in suffixes)
