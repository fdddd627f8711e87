"""The gate is a test like any other: a file spoilt in one way only must not get through."""

from io import BytesIO
from typing import Any

import pikepdf
import pytest

from coprod_survey.pdf import render
from tests.gate import assert_accessible, findings
from tests.pdf.samples import BRIEFING, CHART, FILLED, form
from tests.pdf.spoiling import Spoil, first
from tests.pdf.spoilt import SPOILT, file_name_as_alternative
from tests.pdf.spoilt_forms import SPOILT_FORMS
from tests.pdf.spoilt_parts import SPOILT_PARTS, UNSEEN


@pytest.fixture(scope="module")
def sample() -> bytes:
    return render(BRIEFING)


@pytest.fixture(scope="module")
def form_sample() -> bytes:
    return render(form(**FILLED))


def saved(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    file = BytesIO()
    pdf.save(file, **options)
    return file.getvalue()


def test_the_sample_gets_through(sample: bytes) -> None:
    assert_accessible(sample)


def test_opening_and_saving_spoils_nothing(sample: bytes) -> None:
    with pikepdf.open(BytesIO(sample)) as pdf:
        assert findings(saved(pdf)) == []


@pytest.mark.parametrize("spoil", SPOILT + SPOILT_PARTS, ids=lambda spoil: spoil.__name__)
def test_what_is_spoilt_does_not_get_through(spoil: Spoil, sample: bytes) -> None:
    with pikepdf.open(BytesIO(sample)) as pdf:
        spoil(pdf)
        assert findings(saved(pdf))


@pytest.mark.parametrize("spoil", SPOILT_FORMS, ids=lambda spoil: spoil.__name__)
def test_a_form_that_is_spoilt_does_not_get_through(spoil: Spoil, form_sample: bytes) -> None:
    with pikepdf.open(BytesIO(form_sample)) as pdf:
        spoil(pdf)
        assert findings(saved(pdf))


@pytest.mark.parametrize("spoil", UNSEEN, ids=lambda spoil: spoil.__name__)
def test_what_the_gate_cannot_see_is_known(spoil: Spoil, sample: bytes) -> None:
    with pikepdf.open(BytesIO(sample)) as pdf:
        spoil(pdf)
        assert findings(saved(pdf)) == []


def test_a_figure_says_where_it_is(sample: bytes) -> None:
    with pikepdf.open(BytesIO(sample)) as pdf:
        left, bottom, right, top = map(float, first(pdf, "Figure").A.BBox)
    assert (right - left, top - bottom) == pytest.approx((CHART.width, CHART.height), abs=0.02)


def test_a_locked_file_does_not_get_through(sample: bytes) -> None:
    with pikepdf.open(BytesIO(sample)) as pdf:
        locked = saved(pdf, encryption=pikepdf.Encryption(owner="owner", user=""))
    assert any("encrypted" in finding for finding in findings(locked))


def test_the_assertion_says_what_is_wrong(sample: bytes) -> None:
    with pikepdf.open(BytesIO(sample)) as pdf:
        file_name_as_alternative(pdf)
        spoilt = saved(pdf)
    with pytest.raises(AssertionError, match=r"a figure's alternative is “chart\.png”"):
        assert_accessible(spoilt)
