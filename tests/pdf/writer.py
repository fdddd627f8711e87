"""Documents nobody would write, with every kind of block in any order."""

import random

from coprod_survey.pdf import (
    AnswerBoxes,
    AnswerLines,
    Block,
    Box,
    BulletList,
    Cell,
    CheckField,
    ChoiceList,
    Columns,
    Contents,
    Document,
    Figure,
    Heading,
    Inline,
    KeepTogether,
    Note,
    NumberedList,
    PageBreak,
    Paragraph,
    Quote,
    RadioField,
    Section,
    Span,
    Table,
    TextField,
)
from tests.pdf.samples import bars

_TEXT = """
the council asked residents in every ward £5 50% (a) ‘quoted’ “twice” – café Tŷ Gŵyr žluťoučký x y
co-production and/or 2–4 −3 ≥10 https://example.gov.uk/a-very-long/address/that-nobody/reads
"""
WORDS = _TEXT.split()


class Writer:
    """Writes a document at random, the same one for the same seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311  (a test, not a secret)
        self.level = 1
        self.fields = 0

    def words(self, most: int) -> str:
        return " ".join(self.random.choices(WORDS, k=self.random.randint(1, most)))

    def inline(self, most: int = 40) -> Inline:
        if self.random.random() < 0.5:
            return self.words(most)
        return tuple(self.span(most) for _ in range(self.random.randint(1, 5)))

    def span(self, most: int) -> Span | str:
        pick = self.random.random
        text = (
            self.random.choice(("", " ", "  ")) + self.words(most) + self.random.choice(("", " "))
        )
        if pick() < 0.4:
            return text
        link = self.random.choice((None, "https://example.gov.uk/?a=(b)&c", "#start"))
        language = self.random.choice((None, None, "cy", "cs"))
        return Span(text, pick() < 0.5, pick() < 0.5, link, language)

    def items(self, deep: int = 0) -> tuple[object, ...]:
        return tuple(
            (self.inline(20), self.list(deep + 1))
            if deep < 3 and self.random.random() < 0.2
            else self.inline()
            for _ in range(self.random.randint(1, 6))
        )

    def list(self, deep: int = 0) -> BulletList | NumberedList:
        if self.random.random() < 0.5:
            return BulletList(self.items(deep))  # type: ignore[arg-type]
        return NumberedList(self.items(deep), self.random.choice((1, 9, 98)))  # type: ignore[arg-type]

    def table(self) -> Table:
        columns = self.random.randint(1, 6)
        rows = [
            tuple(self.inline(4) if self.random.random() < 0.9 else "" for _ in range(columns))
            for _ in range(self.random.randint(1, 50))
        ]
        body: list[tuple[Inline | Cell, ...]] = list(rows)
        if columns > 2 and self.random.random() < 0.4:
            body[0] = (Cell(self.inline(4), columns=2), *rows[0][2:])
        if columns > 2 and len(rows) > 3 and self.random.random() < 0.4:
            body[1] = (Cell(self.inline(4), rows=2), *rows[1][1:])
            body[2] = rows[2][1:]
        header = tuple(self.words(3) for _ in range(columns))
        widths = self.random.choice((None, (1.0,) * columns))
        return Table(self.inline(9), header, tuple(body), widths, self.random.random() < 0.7)

    def heading(self) -> Heading:
        self.level = self.random.randint(2, min(6, self.level + 1))
        return Heading(self.level, self.inline(6))

    def name(self) -> str:
        self.fields += 1
        return f"field-{self.fields}"

    def radio(self) -> RadioField:
        options = tuple((f"a{n}", self.inline(9)) for n in range(self.random.randint(1, 6)))
        value = self.random.choice(("", options[-1][0]))
        return RadioField(self.name(), self.inline(9), options, value)

    def text_field(self) -> TextField:
        lines = self.random.choice((1, 1, 4, 9))
        value = self.random.choice(("", "Tŷ £5", "žluť\nTŷ\n" if lines > 1 else "€ “a” – x"))
        return TextField(self.name(), self.inline(9), lines, value, self.random.choice((None, 40)))

    def plain_block(self) -> Block:
        roles = ("body", "lead", "small", "quiet")
        return self.random.choice(
            (
                lambda: Paragraph(self.inline(80), self.random.choice(roles)),  # type: ignore[arg-type]
                self.list,
                lambda: Quote(self.inline()),
                lambda: Note(self.inline()),
                lambda: ChoiceList(
                    tuple(self.inline(9) for _ in range(self.random.randint(1, 6))),
                    self.random.choice(("circle", "square")),
                    self.random.random() < 0.5,
                ),
                lambda: AnswerLines(self.random.randint(0, 9), self.inline(9)),
                lambda: AnswerBoxes(self.random.randint(1, 8), self.random.choice(("", "Years"))),
                self.radio,
                self.text_field,
                lambda: CheckField(self.name(), self.inline(9), self.random.random() < 0.5),
            )
        )()

    def section(self) -> Section:
        return Section(tuple(self.plain_block() for _ in range(self.random.randint(1, 4))))

    def columns(self) -> Columns:
        """Two columns of anything, or three without tables: their words can be too long for it."""
        count = self.random.choice((2, 2, 3))
        tables = (self.table,) if count == 2 else ()
        makers = (self.plain_block, self.plain_block, self.heading, self.box, PageBreak, *tables)
        blocks = tuple(self.random.choice(makers)() for _ in range(self.random.randint(1, 12)))
        return Columns(blocks, count, self.random.choice((12.0, 20.0)))

    def box(self) -> Box:
        tone = self.random.choice(("plain", "key", "caution"))
        return Box((Paragraph(self.inline()), self.list()), tone)  # type: ignore[arg-type]

    def block(self) -> Block:
        return self.random.choice(
            (
                self.heading,
                self.plain_block,
                self.plain_block,
                self.plain_block,
                self.table,
                lambda: Figure(
                    400, 84, bars, "A chart of numbers.", self.table(), self.random.random() < 0.5
                ),
                lambda: KeepTogether(tuple(self.plain_block() for _ in range(3))),
                self.section,
                self.columns,
                self.box,
                PageBreak,
            )
        )()

    def document(self) -> Document:
        return Document(
            title=self.words(9),
            author=self.words(2),
            subject=self.words(9),
            language=self.random.choice(("en-GB", "cy", "cs")),
            banner=self.random.choice(("", "Simulated answers", self.words(30))),
            header=self.random.choice(("", self.words(9))),
            footer=self.random.choice(("", self.words(30))),
            blocks=(
                Heading(1, self.inline(9), anchor="start"),
                Contents("Contents", self.random.randint(1, 6)),
                *(self.block() for _ in range(self.random.randint(1, 18))),
            ),
        )
