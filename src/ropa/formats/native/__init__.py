"""The register itself, as YAML or JSON: one file or a folder, read strictly and written in short forms."""

from ropa.formats.native.load import load, loads
from ropa.formats.native.origin import Origin, origin_of
from ropa.formats.native.save import dumps, save

__all__ = ["Origin", "dumps", "load", "loads", "origin_of", "save"]
