"""What goes with a contract, from the same facts as the records: lists of sub-processors and annexes (Articles 28, 46)."""

from ropa.outline.contracts.clauses import scc_annex
from ropa.outline.contracts.processing import processing_annex
from ropa.outline.contracts.sub_processors import sub_processors

__all__ = ["processing_annex", "scc_annex", "sub_processors"]
