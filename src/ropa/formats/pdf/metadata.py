"""What the file says of itself: title, language, what wrote it. Twice, as PDF has it, and both say the same.

There is no date among it: the clock would make each file another, and the day of the register stands on its pages.
"""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc as untyped_pdfdoc

pdfdoc: Any = untyped_pdfdoc
CREATOR = "ropa"
NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
}


class Info(pdfdoc.PDFInfo):  # type: ignore[misc]
    """The short form: what a viewer shows as the properties of the document."""

    def __init__(self, title: str, subject: str) -> None:
        super().__init__()
        self.title, self.subject, self.creator, self.author = title, subject, CREATOR, ""

    def format(self, document: Any) -> bytes:
        """The properties as the library writes them into the file."""
        said = {
            "Title": self.title,
            "Subject": self.subject,
            "Creator": self.creator,
            "Producer": self.producer,
        }
        texts = {key: pdfdoc.PDFString(text) for key, text in said.items() if text}
        written: bytes = pdfdoc.PDFDictionary(texts).format(document)
        return written


def xmp(info: Info, language: str, level: str = "") -> bytes:
    """The long form. `level` is the part and level of PDF/A that the file was made for, such as `2B`: where it is
    not given no standard is named."""
    said = [
        _one("dc:title", info.title),
        _one("dc:description", info.subject),
        f"<dc:language><rdf:Bag><rdf:li>{escape(language)}</rdf:li></rdf:Bag></dc:language>"
        if language
        else "",
        f"<xmp:CreatorTool>{escape(info.creator)}</xmp:CreatorTool>",
        f"<pdf:Producer>{escape(info.producer)}</pdf:Producer>",
    ]
    if level:
        said.append(
            f"<pdfaid:part>{level[0]}</pdfaid:part><pdfaid:conformance>{level[1]}</pdfaid:conformance>"
        )
    spaces = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about=""{spaces}>{"".join(said)}</rdf:Description></rdf:RDF></x:xmpmeta>'
        '<?xpacket end="r"?>'
    ).encode()


def _one(tag: str, text: str) -> str:
    """A text for readers of any language."""
    if not text:
        return ""
    return f'<{tag}><rdf:Alt><rdf:li xml:lang="x-default">{escape(text)}</rdf:li></rdf:Alt></{tag}>'
