"""Files spoilt in one way each: the nesting of elements, and what stands in the wrong place."""

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from tests.pdf.spoiling import Spoil, elements, first, fonts, retag, rewrite


def heading_among_paragraphs(pdf: pikepdf.Pdf) -> None:
    retag(pdf, "H1", "P")
    retag(pdf, "H2", "H3")


def list_item_without_list(pdf: pikepdf.Pdf) -> None:
    first(pdf, "L").S = Name.Div


def row_outside_a_table(pdf: pikepdf.Pdf) -> None:
    first(pdf, "Table").S = Name.Div


def cell_outside_a_row(pdf: pikepdf.Pdf) -> None:
    first(pdf, "TR").S = Name.Div


def cell_too_wide(pdf: pikepdf.Pdf) -> None:
    first(pdf, "TD").A = Dictionary(O=Name.Table, ColSpan=3)


def entry_outside_contents(pdf: pikepdf.Pdf) -> None:
    first(pdf, "TOC").S = Name.Div


def link_without_a_link_element(pdf: pikepdf.Pdf) -> None:
    for link in list(elements(pdf, "Link")):
        link.S = Name.Span


def part_in_no_language(pdf: pikepdf.Pdf) -> None:
    next(span for span in elements(pdf, "Span") if "/Lang" in span).Lang = String("Welsh")


def notes_of_one_identifier(pdf: pikepdf.Pdf) -> None:
    note = first(pdf, "Note")
    twin = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Note, P=note.P, ID=note.ID))
    note.P.K.append(twin)


def no_parent_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot.ParentTree


def headings_that_mean_paragraphs(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.RoleMap = Dictionary(H1=Name.P)


def no_packet(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


def suspect(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Suspects = True


def blank_alternative(pdf: pikepdf.Pdf) -> None:
    first(pdf, "Figure").Alt = String(" ")


def content_in_content(pdf: pikepdf.Pdf) -> None:
    rewrite(pdf, b"EMC", b"/P <</MCID 999>>BDC\nEMC\nEMC")


def content_in_an_artifact(pdf: pikepdf.Pdf) -> None:
    contents = pdf.pages[0].Contents
    contents.write(b"/Artifact <</Type/Pagination>>BDC\n" + contents.read_bytes() + b"\nEMC")


def text_among_the_furniture(pdf: pikepdf.Pdf) -> None:
    number = first(pdf, "H1").K[0]
    rewrite(pdf, b"/H1 <</MCID %d>>BDC" % number, b"/Artifact <</Type/Pagination>>BDC")


def blank_link(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].Annots[0].Contents = String("")


def page_of_another_file(pdf: pikepdf.Pdf) -> None:
    page = pdf.add_blank_page()
    page.Resources = pdf.pages[0].Resources
    page.Contents = pdf.make_stream(pdf.pages[0].Contents.read_bytes())


def letters_of_other_widths(pdf: pikepdf.Pdf) -> None:
    for font in fonts(pdf):
        font.Widths = Array([500] * len(font.Widths))


def layers_without_a_name(pdf: pikepdf.Pdf) -> None:
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Layer")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(AS=Array([])))


def header_of_another_table(pdf: pikepdf.Pdf) -> None:
    one, other = list(elements(pdf, "Caption"))[1:3]
    one.K, other.K = other.K, one.K


def parts_swapped(pdf: pikepdf.Pdf) -> None:
    top = pdf.Root.StructTreeRoot.K
    top.K = Array([*list(top.K)[:2], *reversed(list(top.K)[2:4]), *list(top.K)[4:]])


def no_bookmarks(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Outlines


def alternative_of_another(pdf: pikepdf.Pdf) -> None:
    first(pdf, "Figure").Alt = String("Line chart: something else")


def figure_without_a_box(pdf: pikepdf.Pdf) -> None:
    del first(pdf, "Figure").A


SPOILT_PARTS: tuple[Spoil, ...] = (
    heading_among_paragraphs,
    list_item_without_list,
    row_outside_a_table,
    cell_outside_a_row,
    cell_too_wide,
    entry_outside_contents,
    link_without_a_link_element,
    part_in_no_language,
    notes_of_one_identifier,
    no_parent_tree,
    headings_that_mean_paragraphs,
    no_packet,
    suspect,
    blank_alternative,
    content_in_content,
    content_in_an_artifact,
    text_among_the_furniture,
    blank_link,
    page_of_another_file,
    letters_of_other_widths,
    layers_without_a_name,
    header_of_another_table,
)

UNSEEN: dict[Spoil, str] = {
    parts_swapped: "any order is a good tree; reading aloud tells which was meant",
    no_bookmarks: "PDF/UA-1 does not ask for bookmarks; a test of its own does",
    alternative_of_another: "only a person can tell whether words fit a picture",
    figure_without_a_box: "PDF/UA-1 does not ask for the box of a figure; a test of its own does",
}
"""What gets through the gate, and why that is not its fault."""
