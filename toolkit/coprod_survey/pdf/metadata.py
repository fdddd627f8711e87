"""What the file says about itself: title, language, date, and that it is PDF/UA-1."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import XMP, PDFDictionary
from reportlab.pdfbase.pdfmetrics import getFont

from coprod_survey.pdf.blocks import Document
from coprod_survey.pdf.canvas import TaggedCanvas
from coprod_survey.pdf.errors import PdfError

_PACKET = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<pdfuaid:part>1</pdfuaid:part>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""


def write_metadata(canvas: TaggedCanvas, document: Document) -> None:
    """Fills the information dictionary, the catalog and the XMP packet.

    Raises:
        PdfError: a font that is not embedded was used; a painter must use the fonts it is given.
    """
    doc = canvas._doc
    _refuse_foreign_fonts(doc)
    for page, _ in canvas.pages:
        doc.updateSignature(page.stream.encode())  # ReportLab's file identifier ignores the text
    canvas.setTitle(document.title)
    canvas.setAuthor(document.author)
    canvas.setSubject(document.subject)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    doc.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    doc.Catalog.Metadata = XMP(creator=lambda doc: _packet(doc, document))


def _refuse_foreign_fonts(doc: Any) -> None:
    for name in doc.fontMapping:
        if not getFont(name)._dynamicFont:
            raise PdfError(f"A figure uses the font {name}, which cannot be put into the file.")


def _packet(doc: Any, document: Document) -> bytes:
    packet = _PACKET.format(
        title=escape(document.title),
        subject=escape(document.subject),
        author=escape(document.author),
        language=escape(document.language),
        date=doc._timeStamp.datetime.strftime("%Y-%m-%dT%H:%M:%SZ"),
        producer=escape(doc.info.producer),
    )
    return packet.encode()
