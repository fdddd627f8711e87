"""Forms spoilt in one way each."""

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.pdf.spoiling import Spoil, first


def field_without_words(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AcroForm.Fields[1].TU


def button_without_words(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AcroForm.Fields[0].Kids[1].TU


def field_outside_the_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AcroForm.Fields[1].StructParent


def field_left_out_of_the_form(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm.Fields = Array(list(pdf.Root.AcroForm.Fields)[1:])


def fields_in_another_order(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm.Fields = Array(reversed(list(pdf.Root.AcroForm.Fields)))


def fields_of_one_name(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm.Fields[1].T = pdf.Root.AcroForm.Fields[2].T


def field_that_is_a_paragraph(pdf: pikepdf.Pdf) -> None:
    first(pdf, "Form").S = Name.P


def field_of_another(pdf: pikepdf.Pdf) -> None:
    one, other = list(pdf.Root.AcroForm.Fields)[1:3]
    one.StructParent, other.StructParent = other.StructParent, one.StructParent


def button_with_a_picture_it_lacks(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm.Fields[1].AS = Name.On


def field_without_a_picture(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.AcroForm.Fields[1].AP


def answer_in_a_font_left_out(pdf: pikepdf.Pdf) -> None:
    picture = pdf.Root.AcroForm.Fields[4].AP.N
    helvetica = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    picture.Resources = Dictionary(Font=Dictionary(F=pdf.make_indirect(helvetica)))
    picture.write(b"/Tx BMC BT /F 11 Tf (Text) Tj ET EMC")


def form_that_changes_itself(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AcroForm.XFA = pdf.make_stream(
        b"<xdp><config><acrobat><acrobat7><dynamicRender>required</dynamicRender>"
        b"</acrobat7></acrobat></config></xdp>"
    )


def form_without_tabs(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.Tabs


SPOILT_FORMS: tuple[Spoil, ...] = (
    field_without_words,
    button_without_words,
    field_outside_the_tree,
    field_left_out_of_the_form,
    fields_in_another_order,
    fields_of_one_name,
    field_that_is_a_paragraph,
    field_of_another,
    button_with_a_picture_it_lacks,
    field_without_a_picture,
    answer_in_a_font_left_out,
    form_that_changes_itself,
    form_without_tabs,
)
