"""Forms: accessible empty, filled beforehand and filled by others, and read back exactly."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
import pypdf
import pytest
from pikepdf.form import DefaultAppearanceStreamGenerator, Form

from coprod_survey.pdf import (
    CheckField,
    Document,
    PdfError,
    RadioField,
    TextField,
    render,
)
from coprod_survey.pdf.formfont import LETTERS
from tests.gate import assert_accessible
from tests.gate.reading import read_aloud
from tests.pdf.samples import FILLED, form
from tests.pdf.speech import speech
from tests.pdf.test_style import LETTERS as NEEDED

Fill = Callable[[bytes, dict[str, str]], bytes]

TEXTS = ("Tŷ", "£5", "žluť", "Ŵŷ “a” – €é’", "(a) \\ b", "Tŷ £5\nžluť")


def filled_by_pypdf(pdf: bytes, answers: dict[str, str]) -> bytes:
    writer = pypdf.PdfWriter(BytesIO(pdf))
    for page in writer.pages:
        writer.update_page_form_field_values(page, answers, auto_regenerate=False)
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def filled_by_pikepdf(pdf: bytes, answers: dict[str, str]) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as opened:
        fields = Form(opened, DefaultAppearanceStreamGenerator)
        for name, answer in answers.items():
            value = pikepdf.Name(answer) if answer.startswith("/") else answer
            if name == "asked":
                fields[name].checked = answer == "/Yes"
            else:
                fields[name].value = value
        file = BytesIO()
        opened.save(file)
        return file.getvalue()


FILLERS: dict[str, Fill] = {"pypdf": filled_by_pypdf, "pikepdf": filled_by_pikepdf}


def read_by_pypdf(pdf: bytes) -> dict[str, str]:
    fields = pypdf.PdfReader(BytesIO(pdf)).get_fields() or {}
    return {name: str(field.get("/V", "")) for name, field in fields.items()}


def read_by_pikepdf(pdf: bytes) -> dict[str, str]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return {name: str(field.value) for name, field in Form(opened).items()}


READERS = {"pypdf": read_by_pypdf, "pikepdf": read_by_pikepdf}


@pytest.fixture(params=FILLERS)
def fill(request: pytest.FixtureRequest) -> Fill:
    return FILLERS[request.param]


@pytest.fixture(params=READERS)
def read(request: pytest.FixtureRequest) -> Callable[[bytes], dict[str, str]]:
    return READERS[request.param]


@pytest.fixture(params=[{}, FILLED], ids=["empty", "prefilled"])
def given_form(request: pytest.FixtureRequest) -> bytes:
    return render(form(**request.param))


def test_a_form_is_read_aloud_in_order() -> None:
    assert [text for _, text in read_aloud(render(form()))] == speech(form())


def test_an_empty_form_reads_back_empty(read: Callable[[bytes], dict[str, str]]) -> None:
    answers = read(render(form()))
    assert set(answers) == {"job", "asked", "none", "years", "town", "more", "again", "mail"}
    assert set(answers.values()) == {"", "/Off"}


def test_what_is_filled_in_beforehand_reads_back(read: Callable[[bytes], dict[str, str]]) -> None:
    answers = read(render(form(**FILLED)))
    assert answers["job"] == "/office"
    assert (answers["asked"], answers["none"]) == ("/Yes", "/Off")
    assert (answers["town"], answers["more"]) == (FILLED["town"], FILLED["more"])


@pytest.mark.parametrize("text", TEXTS)
def test_what_others_fill_in_reads_back_and_stays_accessible(
    given_form: bytes, fill: Fill, read: Callable[[bytes], dict[str, str]], text: str
) -> None:
    given = {"job": "/face", "asked": "/Yes", "years": "12", "more": text}
    if "\n" not in text:
        given["town"] = text
    pdf = fill(given_form, given)
    assert_accessible(pdf)
    answers = read(pdf)
    assert {name: answers[name] for name in given} == given


def test_pypdf_shows_every_letter_we_need() -> None:
    """The codes in the picture of the field, by the meaning the font gives them."""
    text = "Tŷ £5 žluť ŵ “a”"
    with pikepdf.open(BytesIO(filled_by_pypdf(render(form()), {"town": text}))) as opened:
        picture = Form(opened)["town"]._field.obj.AP.N
        (shown,) = [
            operands[0]
            for operands, operator in pikepdf.parse_content_stream(picture)
            if str(operator) == "Tj"
        ]
    assert "".join(LETTERS[code] for code in bytes(shown)) == text


def test_the_font_of_a_form_has_the_letters_of_three_languages() -> None:
    letters = set("abcxyzABCXYZ" + NEEDED["Czech"] + "âêîôûŵŷÂÊÎÔÛŴŶẁẃẅỳ£€‘’“”–…•")
    assert letters <= set(LETTERS)


def test_letters_that_windows_has_keep_its_codes() -> None:
    text = "Café £5 – “x” €"
    assert "".join(LETTERS[code] for code in text.encode("cp1252")) == text


def test_fields_come_in_the_order_of_the_page() -> None:
    with pikepdf.open(BytesIO(render(form()))) as opened:
        names = [str(field.T) for field in opened.Root.AcroForm.Fields]
        assert all(page.obj.Tabs == "/S" for page in opened.pages)
    assert names == ["job", "asked", "none", "years", "town", "more", "again", "mail"]


def test_every_button_says_its_question_and_its_answer() -> None:
    with pikepdf.open(BytesIO(render(form()))) as opened:
        (job, asked, *_) = opened.Root.AcroForm.Fields
        assert str(job.TU) == "1. Which comes closest to your job?"
        assert str(job.Kids[0].TU) == "1. Which comes closest to your job?: I work with residents"
        assert str(asked.TU) == "What have you done? Asked"


def test_an_answer_can_be_taken_back() -> None:
    with pikepdf.open(BytesIO(render(form(job="face")))) as opened:
        assert Form(opened)["job"].can_toggle_off


def test_a_form_is_the_same_file_each_time() -> None:
    assert render(form(**FILLED)) == render(form(**FILLED))


OPTIONS = (("a", "One"), ("b", "Two"))


@pytest.mark.parametrize(
    ("blocks", "sentence"),
    [
        ([RadioField("a.b", "Q", OPTIONS)], "cannot have the name “a.b”"),
        ([RadioField("a", "Q", (("é", "One"),))], "cannot have the value “é”"),
        ([RadioField("a", "Q", ())], "needs options with different values"),
        ([RadioField("a", "Q", (("Off", "One"),))], "none “Off”"),
        ([RadioField("a", "Q", (*OPTIONS, ("a", "Three")))], "different values"),
        ([RadioField("a", "Q", (("a", " "),))], "an option without words"),
        ([RadioField("a", "Q", OPTIONS, "c")], "has no option “c”"),
        ([RadioField("a", "", OPTIONS)], "no words that say what it asks"),
        ([TextField("a", " ")], "no words that say what it asks"),
        ([TextField("a", "Q", lines=0)], "room for a line and a character"),
        ([TextField("a", "Q", most=0)], "room for a line and a character"),
        ([TextField("a", "Q", value="123", most=2)], "longer than 2"),
        ([TextField("a", "Q", value="1\n2")], "needs 2 lines; it has 1"),
        ([TextField("a", "Q", value="☃")], "U+2603"),
        ([CheckField("a", "Q"), TextField("a", "Q")], "named “a”"),
    ],
)
def test_a_field_that_cannot_work_is_refused(blocks: list[Any], sentence: str) -> None:
    with pytest.raises(PdfError) as caught:
        render(Document("T", "A", "S", "en", tuple(blocks)))
    assert sentence in str(caught.value)
