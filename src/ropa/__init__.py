"""ropa: keep, check and show a GDPR Article 30 record of processing activities.

Names are looked up when they are first used, so a script pays only for what it uses. The module
is long because a type checker wants every name spelled out as well.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ropa.errors import (
        CouldNotWrite as CouldNotWrite,
    )
    from ropa.errors import (
        FileNotUnderstood as FileNotUnderstood,
    )
    from ropa.errors import (
        MissingExtra as MissingExtra,
    )
    from ropa.errors import (
        NotUnderstood as NotUnderstood,
    )
    from ropa.errors import (
        Problem as Problem,
    )
    from ropa.errors import (
        RopaError as RopaError,
    )
    from ropa.errors import (
        UnknownEntry as UnknownEntry,
    )
    from ropa.errors import (
        UnknownFormat as UnknownFormat,
    )
    from ropa.errors import (
        UnknownLanguage as UnknownLanguage,
    )
    from ropa.fields import (
        FieldCard as FieldCard,
    )
    from ropa.formats.export import (
        FORMATS as FORMATS,
    )
    from ropa.formats.export import (
        export as export,
    )
    from ropa.formats.json_schema import (
        schema as schema,
    )
    from ropa.formats.limits import (
        Limits as Limits,
    )
    from ropa.formats.native import (
        dumps as dumps,
    )
    from ropa.formats.native import (
        load as load,
    )
    from ropa.formats.native import (
        loads as loads,
    )
    from ropa.formats.native import (
        save as save,
    )
    from ropa.law import (
        Basis as Basis,
    )
    from ropa.law import (
        Certainty as Certainty,
    )
    from ropa.law import (
        Duty as Duty,
    )
    from ropa.law import (
        Ground as Ground,
    )
    from ropa.law import (
        Level as Level,
    )
    from ropa.law import (
        Role as Role,
    )
    from ropa.law import (
        SpecialCategory as SpecialCategory,
    )
    from ropa.model import (
        Absence as Absence,
    )
    from ropa.model import (
        Activity as Activity,
    )
    from ropa.model import (
        Agreement as Agreement,
    )
    from ropa.model import (
        AutomatedDecisions as AutomatedDecisions,
    )
    from ropa.model import (
        Certification as Certification,
    )
    from ropa.model import (
        Commitment as Commitment,
    )
    from ropa.model import (
        Contact as Contact,
    )
    from ropa.model import (
        Cookie as Cookie,
    )
    from ropa.model import (
        DeclaredTransfer as DeclaredTransfer,
    )
    from ropa.model import (
        Dpia as Dpia,
    )
    from ropa.model import (
        Entry as Entry,
    )
    from ropa.model import (
        Evidence as Evidence,
    )
    from ropa.model import (
        Exercise as Exercise,
    )
    from ropa.model import (
        Flow as Flow,
    )
    from ropa.model import (
        General as General,
    )
    from ropa.model import (
        Hop as Hop,
    )
    from ropa.model import (
        Interest as Interest,
    )
    from ropa.model import (
        Item as Item,
    )
    from ropa.model import (
        LeftOut as LeftOut,
    )
    from ropa.model import (
        LegalBasis as LegalBasis,
    )
    from ropa.model import (
        Measure as Measure,
    )
    from ropa.model import (
        Notice as Notice,
    )
    from ropa.model import (
        Observation as Observation,
    )
    from ropa.model import (
        Party as Party,
    )
    from ropa.model import (
        Purpose as Purpose,
    )
    from ropa.model import (
        Register as Register,
    )
    from ropa.model import (
        Registration as Registration,
    )
    from ropa.model import (
        Retention as Retention,
    )
    from ropa.model import (
        Rights as Rights,
    )
    from ropa.model import (
        Source as Source,
    )
    from ropa.model import (
        SpecialGround as SpecialGround,
    )
    from ropa.model import (
        Storage as Storage,
    )
    from ropa.model import (
        Subjects as Subjects,
    )
    from ropa.model import (
        System as System,
    )
    from ropa.model import (
        TransferImpactAssessment as TransferImpactAssessment,
    )
    from ropa.model import (
        Waiver as Waiver,
    )
    from ropa.records import (
        ControllerEntry as ControllerEntry,
    )
    from ropa.records import (
        ControllerRecord as ControllerRecord,
    )
    from ropa.records import (
        ProcessorRecord as ProcessorRecord,
    )
    from ropa.records import (
        ProcessorRow as ProcessorRow,
    )
    from ropa.records import (
        controller_records as controller_records,
    )
    from ropa.records import (
        processor_records as processor_records,
    )
    from ropa.rules import (
        RULES as RULES,
    )
    from ropa.rules import (
        CheckReport as CheckReport,
    )
    from ropa.rules import (
        Coverage as Coverage,
    )
    from ropa.rules import (
        Finding as Finding,
    )
    from ropa.rules import (
        Place as Place,
    )
    from ropa.rules import (
        Rule as Rule,
    )
    from ropa.rules import (
        check as check,
    )
    from ropa.rules import (
        explain as explain,
    )
    from ropa.rules import (
        rule as rule,
    )
    from ropa.sharing import (
        sharing_graph as sharing_graph,
    )
    from ropa.tracing import (
        trace as trace,
    )
    from ropa.transfer import (
        Transfer as Transfer,
    )
    from ropa.transfer import (
        transfers as transfers,
    )

_HOMES = {
    "ropa.errors": (
        "CouldNotWrite",
        "FileNotUnderstood",
        "MissingExtra",
        "NotUnderstood",
        "Problem",
        "RopaError",
        "UnknownEntry",
        "UnknownFormat",
        "UnknownLanguage",
    ),
    "ropa.fields": (
        "FieldCard",
    ),
    "ropa.formats.export": (
        "FORMATS",
        "export",
    ),
    "ropa.formats.json_schema": (
        "schema",
    ),
    "ropa.formats.limits": (
        "Limits",
    ),
    "ropa.formats.native": (
        "dumps",
        "load",
        "loads",
        "save",
    ),
    "ropa.law": (
        "Basis",
        "Certainty",
        "Duty",
        "Ground",
        "Level",
        "Role",
        "SpecialCategory",
    ),
    "ropa.model": (
        "Absence",
        "Activity",
        "Agreement",
        "AutomatedDecisions",
        "Certification",
        "Commitment",
        "Contact",
        "Cookie",
        "DeclaredTransfer",
        "Dpia",
        "Entry",
        "Evidence",
        "Exercise",
        "Flow",
        "General",
        "Hop",
        "Interest",
        "Item",
        "LeftOut",
        "LegalBasis",
        "Measure",
        "Notice",
        "Observation",
        "Party",
        "Purpose",
        "Register",
        "Registration",
        "Retention",
        "Rights",
        "Source",
        "SpecialGround",
        "Storage",
        "Subjects",
        "System",
        "TransferImpactAssessment",
        "Waiver",
    ),
    "ropa.records": (
        "ControllerEntry",
        "ControllerRecord",
        "ProcessorRecord",
        "ProcessorRow",
        "controller_records",
        "processor_records",
    ),
    "ropa.rules": (
        "CheckReport",
        "Coverage",
        "Finding",
        "Place",
        "RULES",
        "Rule",
        "check",
        "explain",
        "rule",
    ),
    "ropa.sharing": (
        "sharing_graph",
    ),
    "ropa.tracing": (
        "trace",
    ),
    "ropa.transfer": (
        "Transfer",
        "transfers",
    ),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = sorted(_HOME_OF)  # pyright: ignore[reportUnsupportedDunderAll]


def __getattr__(name: str) -> Any:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'ropa' has no attribute {name!r}")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
