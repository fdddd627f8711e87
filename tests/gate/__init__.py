"""What every PDF this project makes must pass before anything else is said about it."""

from functools import lru_cache

import page

from tests.gate.structure import problems

__all__ = ["assert_accessible", "findings"]


def findings(pdf: bytes) -> list[str]:
    """What is wrong with a file: against PDF/UA-1, and between its tree and its pages."""
    return list(_findings(pdf))


@lru_cache(maxsize=64)
def _findings(pdf: bytes) -> tuple[str, ...]:
    report = page.validate_pdf_bytes(pdf, profile=page.ValidationProfile.PDF_UA_1)
    rules = [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    return (*rules, *problems(pdf))


def assert_accessible(pdf: bytes) -> None:
    """Fails unless the file is PDF/UA-1 as far as a machine can tell."""
    found = findings(pdf)
    if found:
        raise AssertionError("Not accessible:\n" + "\n".join(found[:20]))
