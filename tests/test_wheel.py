"""What is built carries the question banks and the templates, whichever way it is built."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHIPPED = ("questionnaires", "templates")


@pytest.fixture(scope="session")
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an sdist and the wheel made from it, and a wheel straight from the checkout."""
    if request.config.getoption("--installed"):
        pytest.skip("skipped: the build was tested with the checkout")
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--no-isolation", str(ROOT), "--outdir"]
    subprocess.run([*build, folder], check=True, capture_output=True)
    subprocess.run([*build, folder / "direct", "--wheel"], check=True, capture_output=True)
    return folder


def files_of(folder: str) -> set[str]:
    """Return the files of one folder of the checkout, but for what editors and systems leave."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.mark.parametrize("pattern", ["*.whl", "direct/*.whl"])
@pytest.mark.parametrize("folder", SHIPPED)
def test_wheel_carries(built: Path, pattern: str, folder: str) -> None:
    [wheel] = built.glob(pattern)
    assert {f"coprod_survey/{name}" for name in files_of(folder)} <= names(wheel)


def test_wheel_carries_the_package_and_its_licences(built: Path) -> None:
    [wheel] = built.glob("*.whl")
    expected = {
        "coprod_survey/py.typed",
        "coprod_survey/shipped.py",
        "coprod_survey-0.1.0.dist-info/licenses/LICENSE",
        "coprod_survey-0.1.0.dist-info/licenses/questionnaires/LICENSE",
    }
    assert expected <= names(wheel)


def test_wheel_from_sdist_is_the_wheel_from_the_checkout(built: Path) -> None:
    [through_sdist], [direct] = built.glob("*.whl"), built.glob("direct/*.whl")
    assert names(through_sdist) == names(direct)


@pytest.mark.parametrize("folder", [*SHIPPED, "tests"])
def test_sdist_carries(built: Path, folder: str) -> None:
    [sdist] = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        carried = {name.partition("/")[2] for name in archive.getnames()}
    assert {name for name in files_of(folder) if "__pycache__" not in name} <= carried
