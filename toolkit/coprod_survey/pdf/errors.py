"""The one error of this layer."""


class PdfError(Exception):
    """Why a document cannot be made into an accessible PDF, in a sentence."""
