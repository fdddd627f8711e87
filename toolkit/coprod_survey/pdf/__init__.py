"""Accessible PDF (PDF/UA-1) from plain values.

Say what a document holds with the values of `blocks`, then `render` it. The same document gives
the same bytes, in any process; `SOURCE_DATE_EPOCH` sets the date it carries.

    pdf = render(Document("Title", "Author", "Subject", "en-GB", (Heading(1, "Title"),)))

A document can be a form to fill in on a screen; `render_paper` makes sheets to fill in by hand and
scan. docs/pdf.md shows every name.
"""

from coprod_survey.pdf.answers import (
    AnswerBoxes,
    AnswerLines,
    CheckField,
    ChoiceList,
    Key,
    MarkBox,
    RadioField,
    Rectangle,
    TextField,
)
from coprod_survey.pdf.blocks import (
    Block,
    Box,
    BulletList,
    Cell,
    Columns,
    Contents,
    Document,
    Figure,
    Heading,
    KeepTogether,
    Note,
    NumberedList,
    PageBreak,
    Painter,
    Paragraph,
    Quote,
    Section,
    Table,
)
from coprod_survey.pdf.errors import PdfError
from coprod_survey.pdf.fonts import Family, Fonts
from coprod_survey.pdf.inline import Inline, Span
from coprod_survey.pdf.render import render, render_paper
from coprod_survey.pdf.sheets import PaperMarks, PaperSheets
from coprod_survey.pdf.style import LARGE_PRINT, PRINT, Style, Type

__all__ = [
    "LARGE_PRINT",
    "PRINT",
    "AnswerBoxes",
    "AnswerLines",
    "Block",
    "Box",
    "BulletList",
    "Cell",
    "CheckField",
    "ChoiceList",
    "Columns",
    "Contents",
    "Document",
    "Family",
    "Figure",
    "Fonts",
    "Heading",
    "Inline",
    "KeepTogether",
    "Key",
    "MarkBox",
    "Note",
    "NumberedList",
    "PageBreak",
    "Painter",
    "PaperMarks",
    "PaperSheets",
    "Paragraph",
    "PdfError",
    "Quote",
    "RadioField",
    "Rectangle",
    "Section",
    "Span",
    "Style",
    "Table",
    "TextField",
    "Type",
    "render",
    "render_paper",
]
