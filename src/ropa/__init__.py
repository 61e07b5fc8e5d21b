"""ropa: keep, check, ask and show a GDPR Article 30 record of processing activities.

Begin with `load`. Ask with `check`, `controller_records`, `processor_records` and `transfers`, and the graph with `chain`,
`holders`, `path_safeguards`, `impact`, `gaps` and `concentration`. Write with `save` and `export`.

Names are looked up when they are first used, so a script pays only for what it uses. The module
is long because a type checker wants every name spelled out as well.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ropa.agenda import (
        Agenda as Agenda,
        Due as Due,
        DueKind as DueKind,
        Intervals as Intervals,
        due as due,
    )
    from ropa.changes import (
        Change as Change,
        ChangeKind as ChangeKind,
        Changes as Changes,
        diff as diff,
    )
    from ropa.errors import (
        CouldNotWrite as CouldNotWrite,
        FileNotUnderstood as FileNotUnderstood,
        MissingExtra as MissingExtra,
        NotUnderstood as NotUnderstood,
        Problem as Problem,
        RopaError as RopaError,
        UnknownEntry as UnknownEntry,
        UnknownFormat as UnknownFormat,
        UnknownLanguage as UnknownLanguage,
    )
    from ropa.explaining import (
        Explanation as Explanation,
        explain as explain,
    )
    from ropa.fields import (
        FieldCard as FieldCard,
    )
    from ropa.formats.export import (
        FORMATS as FORMATS,
        export as export,
    )
    from ropa.formats.hand_over import (
        bundle as bundle,
        export_all as export_all,
    )
    from ropa.formats.json_schema import (
        schema as schema,
    )
    from ropa.formats.limits import (
        Limits as Limits,
    )
    from ropa.formats.manifest import (
        Verified as Verified,
        verify as verify,
    )
    from ropa.formats.native import (
        dumps as dumps,
        load as load,
        loads as loads,
        save as save,
    )
    from ropa.law import (
        Basis as Basis,
        Certainty as Certainty,
        Clauses as Clauses,
        Decision as Decision,
        Duty as Duty,
        Ground as Ground,
        Level as Level,
        Role as Role,
        SpecialCategory as SpecialCategory,
        Tables as Tables,
    )
    from ropa.letters import (
        Letter as Letter,
        Question as Question,
        ask as ask,
    )
    from ropa.model import (
        Absence as Absence,
        Activity as Activity,
        Agreement as Agreement,
        AutomatedDecisions as AutomatedDecisions,
        Certification as Certification,
        Commitment as Commitment,
        Contact as Contact,
        Cookie as Cookie,
        DeclaredTransfer as DeclaredTransfer,
        Dpia as Dpia,
        Entry as Entry,
        Evidence as Evidence,
        Exercise as Exercise,
        Flow as Flow,
        General as General,
        Hop as Hop,
        Interest as Interest,
        Item as Item,
        LeftOut as LeftOut,
        LegalBasis as LegalBasis,
        Measure as Measure,
        Notice as Notice,
        Observation as Observation,
        Party as Party,
        Purpose as Purpose,
        Register as Register,
        Registration as Registration,
        Retention as Retention,
        Rights as Rights,
        Source as Source,
        SpecialGround as SpecialGround,
        Storage as Storage,
        Subjects as Subjects,
        System as System,
        TransferImpactAssessment as TransferImpactAssessment,
        Waiver as Waiver,
    )
    from ropa.records import (
        ControllerEntry as ControllerEntry,
        ControllerRecord as ControllerRecord,
        ProcessorRecord as ProcessorRecord,
        ProcessorRow as ProcessorRow,
        controller_records as controller_records,
        processor_records as processor_records,
    )
    from ropa.rules import (
        RULES as RULES,
        CheckReport as CheckReport,
        Coverage as Coverage,
        Finding as Finding,
        Place as Place,
        Rule as Rule,
        check as check,
        rule as rule,
    )
    from ropa.sharing import (
        Answer as Answer,
        Authorisation as Authorisation,
        Chain as Chain,
        Changed as Changed,
        Concentration as Concentration,
        Cycle as Cycle,
        Diamond as Diamond,
        Gap as Gap,
        GapKind as GapKind,
        Gaps as Gaps,
        Holders as Holders,
        Holding as Holding,
        Impact as Impact,
        Indicator as Indicator,
        Leg as Leg,
        Link as Link,
        Notification as Notification,
        PathSafeguards as PathSafeguards,
        Permission as Permission,
        Route as Route,
        SharingGraph as SharingGraph,
        Strength as Strength,
        Touched as Touched,
        Weight as Weight,
        Withheld as Withheld,
        chain as chain,
        concentration as concentration,
        gaps as gaps,
        holders as holders,
        impact as impact,
        path_safeguards as path_safeguards,
        sharing_graph as sharing_graph,
    )
    from ropa.tracing import (
        trace as trace,
    )
    from ropa.transfer import (
        Judged as Judged,
        Standing as Standing,
        Transfer as Transfer,
        Verdict as Verdict,
        judge as judge,
        judged as judged,
        transfers as transfers,
    )
    from ropa.unite import (
        Conflict as Conflict,
        Difference as Difference,
        Joined as Joined,
        Made as Made,
        Mirror as Mirror,
        NotUnited as NotUnited,
        Renamed as Renamed,
        SameWork as SameWork,
        United as United,
        join as join,
        mirror as mirror,
    )

_HOMES = {
    "ropa.audience": (
        "Copy",
        "Reader",
        "copy_for",
        "customers",
    ),
    "ropa.changes": (
        "Change",
        "ChangeKind",
        "Changes",
        "diff",
    ),
    "ropa.agenda": (
        "Agenda",
        "Due",
        "DueKind",
        "Intervals",
        "due",
    ),
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
    "ropa.explaining": (
        "Explanation",
        "explain",
    ),
    "ropa.fields": ("FieldCard",),
    "ropa.formats.export": (
        "FORMATS",
        "export",
    ),
    "ropa.formats.hand_over": (
        "bundle",
        "export_all",
    ),
    "ropa.formats.json_schema": ("schema",),
    "ropa.formats.limits": ("Limits",),
    "ropa.formats.manifest": (
        "Verified",
        "verify",
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
        "Clauses",
        "Decision",
        "Duty",
        "Ground",
        "Level",
        "Role",
        "SpecialCategory",
        "Tables",
    ),
    "ropa.letters": (
        "Letter",
        "Question",
        "ask",
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
        "rule",
    ),
    "ropa.sharing": (
        "Answer",
        "Authorisation",
        "Chain",
        "Changed",
        "Concentration",
        "Cycle",
        "Diamond",
        "Gap",
        "GapKind",
        "Gaps",
        "Holders",
        "Holding",
        "Impact",
        "Indicator",
        "Leg",
        "Link",
        "Notification",
        "PathSafeguards",
        "Permission",
        "Route",
        "SharingGraph",
        "Strength",
        "Touched",
        "Weight",
        "Withheld",
        "chain",
        "concentration",
        "gaps",
        "holders",
        "impact",
        "path_safeguards",
        "sharing_graph",
    ),
    "ropa.tracing": ("trace",),
    "ropa.transfer": (
        "Judged",
        "Standing",
        "Transfer",
        "Verdict",
        "judge",
        "judged",
        "transfers",
    ),
    "ropa.unite": (
        "Conflict",
        "Difference",
        "Joined",
        "Made",
        "Mirror",
        "NotUnited",
        "Renamed",
        "SameWork",
        "United",
        "join",
        "mirror",
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
