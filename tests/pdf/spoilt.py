"""Files spoilt in one way each: the file as a whole, its links, figures, letters and marks."""

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.pdf.spoiling import Spoil, elements, first, fonts, retag, rewrite


def no_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def root_is_no_document(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.K.S = Name.Sect


def not_marked(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


def no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def language_by_name(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = String("English")


def no_claim(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        del metadata["pdfuaid:part"]


def two_titles(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Title"] = "untitled"


def file_name_in_the_title_bar(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def figure_without_alternative(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "Figure").Alt


def file_name_as_alternative(pdf: pikepdf.Pdf) -> None:
    first(pdf, "Figure").Alt = String("chart.png")


def parent_tree_swapped(pdf: pikepdf.Pdf) -> None:
    row = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    row[1], row[2] = row[2], row[1]


def page_without_parents(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.StructParents


def tabs_by_row(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Tabs = Name.R


def silent_link(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].Annots[0].Contents


def link_outside_the_tree(pdf: pikepdf.Pdf) -> None:
    link = first(pdf, "Link")
    link.K = Array([kid for kid in link.K if not isinstance(kid, Dictionary)])


def link_of_another(pdf: pikepdf.Pdf) -> None:
    one, other = list(pdf.pages[0].Annots)[:2]
    one.StructParent, other.StructParent = other.StructParent, one.StructParent


def heading_that_jumps(pdf: pikepdf.Pdf) -> None:
    retag(pdf, "H2", "H4")


def unknown_tag(pdf: pikepdf.Pdf) -> None:
    retag(pdf, "H2", "Title")


def header_without_scope(pdf: pikepdf.Pdf) -> None:
    for header in elements(pdf, "TH"):
        if "/A" in header:
            del header.A


def row_with_a_cell_less(pdf: pikepdf.Pdf) -> None:
    row = list(elements(pdf, "TR"))[-1]
    cell = row.K[-1]
    row.K = Array(list(row.K)[:-1])
    first(pdf, "TBody").K[0].K.append(cell)


def text_demoted(pdf: pikepdf.Pdf) -> None:
    number = first(pdf, "H1").K[0]
    rewrite(pdf, b"/H1 <</MCID %d>>BDC" % number, b"/Artifact <</Type/Layout>>BDC")


def content_numbered_twice(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, b"<</MCID 2>>", b"<</MCID 1>>")


def content_lost_from_the_tree(pdf: pikepdf.Pdf) -> None:
    paragraph = list(elements(pdf, "P"))[1]
    paragraph.K = Array(list(paragraph.K)[:-1] or [])


def stray_parent(pdf: pikepdf.Pdf) -> None:
    first(pdf, "LI").P = pdf.Root.StructTreeRoot.K


def letters_without_meaning(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        del font.ToUnicode


def letters_meaning_nothing(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        font.ToUnicode.write(font.ToUnicode.read_bytes().replace(b"<0061>", b"<0000>"))


def font_left_out(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        del font.FontDescriptor.FontFile2


def note_without_identifier(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "Note").ID


def text_outside_any_tag(pdf: pikepdf.Pdf) -> None:
    rewrite(
        pdf,
        b"/Artifact <</Type/Layout>>BDC",
        b"1 0 0 rg 5 5 5 5 re f\n/Artifact <</Type/Layout>>BDC",
    )


def action_at_opening(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def empty_heading(pdf: pikepdf.Pdf) -> None:
    top = pdf.Root.StructTreeRoot.K
    top.K.append(pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.H2, P=top)))


SPOILT: tuple[Spoil, ...] = (
    no_tree,
    root_is_no_document,
    not_marked,
    no_language,
    language_by_name,
    no_claim,
    two_titles,
    file_name_in_the_title_bar,
    figure_without_alternative,
    file_name_as_alternative,
    parent_tree_swapped,
    page_without_parents,
    tabs_by_row,
    silent_link,
    link_outside_the_tree,
    link_of_another,
    heading_that_jumps,
    unknown_tag,
    header_without_scope,
    row_with_a_cell_less,
    text_demoted,
    content_numbered_twice,
    content_lost_from_the_tree,
    stray_parent,
    letters_without_meaning,
    letters_meaning_nothing,
    font_left_out,
    note_without_identifier,
    text_outside_any_tag,
    action_at_opening,
    empty_heading,
)
