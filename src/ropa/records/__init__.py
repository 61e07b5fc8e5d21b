"""The Article 30 records of a party: projections of one register, never stored."""

from ropa.records.controller import ControllerEntry, ControllerRecord, controller_records
from ropa.records.processor import ProcessorRecord, ProcessorRow, ProcessorShare, processor_records

__all__ = [
    "ControllerEntry",
    "ControllerRecord",
    "ProcessorRecord",
    "ProcessorRow",
    "ProcessorShare",
    "controller_records",
    "processor_records",
]
