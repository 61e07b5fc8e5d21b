"""An outline as one HTML page: it opens from disk, asks for nothing, prints well, and can be read aloud."""

from ropa.formats.html.document import write

__all__ = ["write"]
