"""Accessible PDF (PDF/UA-1) from plain values.

Say what a document holds with the values of `blocks`, then `render` it. The same document gives
the same bytes, in any process; `SOURCE_DATE_EPOCH` sets the date it carries.

    pdf = render(Document("Title", "Author", "Subject", "en-GB", (Heading(1, "Title"),)))
"""

from coprod_survey.pdf.blocks import (
    AnswerBoxes,
    AnswerLines,
    Block,
    Box,
    BulletList,
    Cell,
    ChoiceList,
    Contents,
    Document,
    Figure,
    Heading,
    Inline,
    KeepTogether,
    Note,
    NumberedList,
    PageBreak,
    Painter,
    Paragraph,
    Quote,
    Span,
    Table,
)
from coprod_survey.pdf.errors import PdfError
from coprod_survey.pdf.fonts import Family, Fonts
from coprod_survey.pdf.render import render
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
    "ChoiceList",
    "Contents",
    "Document",
    "Family",
    "Figure",
    "Fonts",
    "Heading",
    "Inline",
    "KeepTogether",
    "Note",
    "NumberedList",
    "PageBreak",
    "Painter",
    "Paragraph",
    "PdfError",
    "Quote",
    "Span",
    "Style",
    "Table",
    "Type",
    "render",
]
