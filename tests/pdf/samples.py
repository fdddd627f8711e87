"""Documents the tests print: a briefing, a paper questionnaire, sheets to scan, and a form."""

from typing import Any

from coprod_survey.pdf import (
    AnswerBoxes,
    AnswerLines,
    Box,
    BulletList,
    Cell,
    CheckField,
    ChoiceList,
    Columns,
    Contents,
    Document,
    Figure,
    Fonts,
    Heading,
    KeepTogether,
    Note,
    NumberedList,
    PageBreak,
    PaperMarks,
    Paragraph,
    Quote,
    RadioField,
    Section,
    Span,
    Table,
    TextField,
)

PROSE = (
    "We asked people in fourteen councils what they know about working with residents, and what "
    "worries them. Most had heard of it; fewer had tried it. "
)


def bars(canvas: Any, fonts: Fonts) -> None:
    """Three bars, their names and their values."""
    canvas.setFont(fonts.regular, fonts.size)
    for row, (name, value) in enumerate((("Never", 40), ("Once", 70), ("Often", 55))):
        canvas.rect(90, 8 + row * 24, value * 3, 16, stroke=0, fill=1)
        canvas.drawRightString(84, 12 + row * 24, name)
        canvas.drawString(94 + value * 3, 12 + row * 24, f"{value}%")


NUMBERS = Table(
    "Table 1. How often people had worked with residents",
    ("Answer", "Share"),
    (("Never", "40%"), ("Once", "70%"), ("Often", "55%")),
)
ALT = "Bar chart: 40% had never worked with residents, 70% once, 55% often."
CHART = Figure(400, 84, bars, ALT, NUMBERS)

LONG_TABLE = Table(
    "Table 2. Answers by council",
    ("Council", "Answers", "Aware", "Worried"),
    tuple(
        (f"Council {row}", str(40 + row * 7 % 60), f"{30 + row * 13 % 60}%", "−")
        for row in range(70)
    ),
)
SPANNED_TABLE = Table(
    "Table 3. Answers on paper and online",
    ("Way", "First", "Second", "Both"),
    (
        (Cell("Online", rows=2), "410", "61", "471"),
        (Cell("not asked", columns=2), "12"),
        ("Paper", "262", "39", "301"),
    ),
)

BRIEFING = Document(
    title="What front-line staff in Llanfair & Tŷ Gwyn told us",
    author="Example Council",
    subject="Findings of the staff survey",
    language="en-GB",
    header="Staff survey 2026",
    footer="Example Council, November 2026",
    banner="Simulated answers: not real",
    blocks=(
        Heading(1, "What front-line staff told us"),
        Paragraph("412 people in 14 councils answered. This is what they said.", "lead"),
        Box((Paragraph((Span("In short. ", bold=True), PROSE)), BulletList(("One", "Two"))), "key"),
        Contents("In this briefing"),
        Heading(2, ("What people ", Span("know", italic=True)), anchor="know"),
        Paragraph(
            (
                PROSE * 3,
                "Read ",
                Span("the report", link="https://example.gov.uk/report"),
                " and ",
                Span("the part about how we asked and whom, which comes last", link="#method"),
                ". ",
                Span("Diolch yn fawr", language="cy"),
                "!",
            )
        ),
        BulletList(("First", ("Second:", BulletList(("inner one", "inner two"))), PROSE)),
        Quote("I did not know we were allowed to ask."),
        CHART,
        LONG_TABLE,
        Heading(3, "Step by step"),
        NumberedList(tuple(f"Step {number}. {PROSE}" for number in range(8, 12)), start=8),
        Box((Heading(4, "Take care"), Paragraph(PROSE)), "caution"),
        Box((Paragraph(PROSE),)),
        Figure(400, 84, bars, "The same bar chart once more.", NUMBERS, table_visible=False),
        SPANNED_TABLE,
        PageBreak(),
        Heading(2, "How we asked", anchor="method"),
        KeepTogether((Paragraph(PROSE, "small"), Paragraph(PROSE, "quiet"))),
        Note("Councils with fewer than ten answers are not shown."),
    ),
)

AGREEMENT = ("Strongly disagree", "Disagree", "Neither", "Agree", "Strongly agree")

QUESTIONNAIRE = Document(
    title="Working with residents",
    author="Example Council",
    subject="A questionnaire",
    language="en-GB",
    blocks=(
        Heading(1, "Working with residents"),
        Paragraph("Which comes closest to your job?"),
        ChoiceList(("I work face to face with residents", "I work in an office", PROSE)),
        Paragraph("What have you done in the last year?"),
        ChoiceList(("Asked residents", "Planned with them", "None of these"), "square"),
        Paragraph("I worry that it takes more time than I have."),
        ChoiceList(AGREEMENT, side_by_side=True),
        AnswerBoxes(2, "Years in your job"),
        AnswerBoxes(4, PROSE),
        AnswerLines(4, "What would help you?"),
        AnswerLines(2),
    ),
)

MARKS = PaperMarks("frontline", "2026-1", "A")
SHEETS = Document(
    title="Working with residents, to scan",
    author="Example Council",
    subject="A questionnaire",
    language="en-GB",
    header="Staff survey 2026",
    footer="Example Council · Form A",
    banner="Draft: not for use",
    blocks=(
        Heading(1, "Working with residents"),
        Paragraph("Which comes closest to your job?"),
        ChoiceList(
            ("Face to face", "In an office"), "circle", keys=(("job", "face"), ("job", "office"))
        ),
        *(
            block
            for item in ("time", "blame", "cost", "skills", "trust", "rules", "praise", "staff")
            for block in (
                Paragraph(f"When we work with residents, I worry about {item}."),
                ChoiceList(
                    AGREEMENT,
                    "square",
                    side_by_side=True,
                    keys=tuple((item, str(code)) for code in range(1, 6)),
                ),
            )
        ),
        AnswerBoxes(2, "Years in your job", keys=(("years", "1"), ("years", "2"))),
        AnswerLines(4, "What would help you?", item="help"),
        Columns(
            (
                ChoiceList(("Yes", "No"), keys=(("asked", "yes"), ("asked", "no"))),
                ChoiceList(("Yes", "No"), keys=(("told", "yes"), ("told", "no"))),
            )
        ),
    ),
)


def form(job: str = "", asked: bool = False, town: str = "", more: str = "") -> Document:
    """A form to fill in on a screen, with what is given filled in beforehand."""
    return Document(
        title="Working with residents, on screen",
        author="Example Council",
        subject="A form",
        language="en-GB",
        blocks=(
            Heading(1, "Working with residents"),
            Section(
                (
                    Heading(2, "About you"),
                    RadioField(
                        "job",
                        (Span("1. Which comes closest to your job?", bold=True),),
                        (("face", "I work with residents"), ("office", PROSE)),
                        job,
                    ),
                    Paragraph("2. What have you done?"),
                    CheckField("asked", "Asked residents", asked, "What have you done? Asked"),
                    CheckField("none", "None of these"),
                    TextField("years", "3. Years in your job", most=2),
                    TextField("town", "4. Where do you live?", value=town),
                )
            ),
            TextField("more", "5. What would help you?", lines=4, value=more),
            Columns(
                (
                    Heading(2, "Before you go"),
                    Paragraph(PROSE * 4),
                    BulletList(("One", "Two")),
                    RadioField("again", "6. May we ask again?", (("yes", "Yes"), ("no", "No"))),
                    TextField("mail", "7. Your address", tip="Your address, if we may ask again"),
                )
            ),
            Paragraph("Thank you."),
        ),
    )


FILLED = {"job": "office", "asked": True, "town": "Tŷ Gwyn, £5", "more": "žluť “Tŷ”\n€5 – é"}
