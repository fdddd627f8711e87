"""Time the commands people wait for: python -m tests.bench."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

COMMAND = str(Path(sys.executable).with_name("coprod-survey"))
RUNS = 5


def seconds(arguments: Sequence[str]) -> float:
    """Return how long one run of coprod-survey takes, from start to end."""
    started = time.perf_counter()
    command = [COMMAND, *arguments]
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - started


def benchmarks(scratch: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield each thing to time: what to call it, and the arguments of coprod-survey."""
    yield "start-up", ["--help"]
    yield "demo", ["demo", "--out", str(scratch / "demo")]


def main() -> None:
    """Print the least and the median of some runs of each benchmark."""
    print(f"{'':10}  {'least':>8}  {'median':>8}")
    with tempfile.TemporaryDirectory() as scratch:
        for name, arguments in benchmarks(Path(scratch)):
            times = [seconds(arguments) for _ in range(RUNS)]
            print(f"{name:10}  {min(times):6.2f} s  {statistics.median(times):6.2f} s")


if __name__ == "__main__":
    main()
