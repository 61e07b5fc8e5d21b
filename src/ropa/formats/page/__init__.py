"""The sharing graph as a page: one file that opens from disk, asks for nothing, and can be searched and followed."""

from ropa.formats.page.page import fingerprints, write

__all__ = ["fingerprints", "write"]
