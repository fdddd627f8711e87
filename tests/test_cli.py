"""The command as a person uses it.

1. It ends with 0 when done, 1 when it found problems, 2 when used wrongly.
2. What is wrong is said in a sentence, with the place and the nearest name; never a traceback.
3. Nothing is written when there are problems, and nothing is half written.
4. Help comes without loading what only the work needs.
"""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from coprod_survey.cli.files import write_whole
from coprod_survey.cli.main import COMMANDS, main
from coprod_survey.shipped import templates_dir


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(autouse=True)
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_that_fits_the_list(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert command in run("--help").output


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("build", "fronline"), 'There is no group "fronline". Did you mean "frontline"?'),
        (("build", "frontline", "--to", "pfd"), 'There is no format "pfd". Did you mean "pdf"?'),
        (("build", "frontline", "--language", "xx"), 'There is no language "xx".'),
        (("build", "frontline", "--form", "E"), 'There is no form "E". Choose from: A, B, C, D.'),
        (("biuld",), 'There is no command "biuld". Did you mean "build"?'),
    ],
)
def test_a_wrong_name_ends_with_2_and_the_nearest(
    arguments: tuple[str, ...], sentence: str, empty_folder: Path
) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert sentence in result.output
    assert list(empty_folder.iterdir()) == []


def test_build_writes_both_formats_of_a_group(empty_folder: Path) -> None:
    result = run("build", "frontline")
    assert result.exit_code == 0
    written = {p.relative_to(empty_folder).as_posix() for p in empty_folder.rglob("*.*")}
    assert written == {"build/frontline/frontline.html", "build/frontline/frontline.pdf"}


def test_build_all_writes_fourteen_files(empty_folder: Path) -> None:
    assert run("build", "all").exit_code == 0
    assert len([p for p in empty_folder.rglob("*") if p.is_file()]) == 14


def test_a_bad_bank_is_refused_whole(empty_folder: Path) -> None:
    bank = empty_folder / "bank"
    bank.mkdir()
    (bank / "bank.yaml").write_text("survey: {id: x, title: X}\ngruops: []\n", encoding="utf-8")
    result = run("build", "all", "--bank", bank)
    assert result.exit_code == 1
    assert f'{bank / "bank.yaml"}:1:1: "edition" must be given here [key-missing]' in result.output
    assert f'{bank / "bank.yaml"}:2:1: "gruops" is not a key that belongs here' in result.output
    assert not (empty_folder / "build").exists()


def test_check_lists_every_problem_and_ends_with_1(empty_folder: Path) -> None:
    (empty_folder / "a.yaml").write_text("survey: {id: x}\n", encoding="utf-8")
    (empty_folder / "b.yaml").write_text("groups: [\n", encoding="utf-8")
    result = run("check", empty_folder)
    assert result.exit_code == 1
    assert "a.yaml:1" in result.output
    assert "b.yaml:2" in result.output


def test_check_says_that_the_shipped_questions_are_drafts() -> None:
    result = run("check")
    assert result.exit_code == 0
    assert "no problems" in result.output
    assert "drafts: not yet tested" in result.output


def test_a_bad_survey_file_names_its_line(empty_folder: Path) -> None:
    text = "title: T\ncouncils:\n  - id: a\n    name: A\n    headcount: {frontlin: 3}\n"
    (empty_folder / "survey.yaml").write_text(text, encoding="utf-8")
    result = run("build", "frontline")
    assert result.exit_code == 1
    assert "survey.yaml:5:17: headcount must be by groups of the bank" in result.output
    assert 'Did you mean "frontline"?' in result.output


def test_simulate_needs_councils() -> None:
    result = run("simulate")
    assert result.exit_code == 1
    assert "There are no councils to simulate." in result.output


def test_the_steps_follow_each_other_in_an_empty_folder(empty_folder: Path) -> None:
    (empty_folder / "survey.yaml").write_bytes((templates_dir() / "demo/survey.yaml").read_bytes())
    for step in (
        ("simulate",),
        ("read", "simulated.csv"),
        ("analyse", "returns.parquet"),
        ("brief", "frontline", "--council", "marlbury"),
    ):
        result = run(*step)
        assert result.exit_code == 0, result.output
    assert (empty_folder / "briefings/marlbury/frontline.pdf").stat().st_size > 10_000
    assert "imulated" in (empty_folder / "briefings/marlbury/frontline.html").read_text("utf-8")


def test_brief_without_results_says_what_is_missing() -> None:
    result = run("brief", "all")
    assert result.exit_code == 2
    assert "results" in result.output


def test_a_file_is_whole_or_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out.csv"
    write_whole(target, b"old")

    def broken(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", broken)
    with pytest.raises(OSError, match="No space"):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["out.csv"]


def test_a_folder_that_cannot_be_written_is_a_sentence(empty_folder: Path) -> None:
    (empty_folder / "taken").write_text("a file, not a folder", encoding="utf-8")
    result = run("build", "hr", "--to", "html", "--out", "taken")
    assert result.exit_code == 1
    assert "taken" in result.output
    assert "Traceback" not in result.output


def test_a_reader_who_has_seen_enough_is_no_error() -> None:
    """`coprod-survey schema | head -1` closes the pipe while there is more to say."""
    script = "from coprod_survey.cli import main; main(['schema'])"
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys\n"
        "from coprod_survey.cli import main\n"
        "main(['--help'], standalone_mode=False)\n"
        "heavy = {'pandas', 'scipy', 'numpy', 'pyarrow', 'reportlab', 'pydantic'}\n"
        "sys.exit(' '.join(sorted(heavy & set(sys.modules))) or 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.returncode == 0
