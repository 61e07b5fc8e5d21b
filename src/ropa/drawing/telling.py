"""Puts drawn flows in words, for their labels and for readers who do not see the picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from ropa.drawing.flows import Facts, Flow, leaving, role_of
from ropa.drawing.voice import Voice
from ropa.glossary import phrase
from ropa.law import Scope, standard


def says_transfers(flow: Flow, voice: Voice, on: date | None) -> tuple[str, ...]:
    """For each set of countries outside the EEA: their codes, and the grounds stated for them."""
    found: dict[str, list[str]] = {}
    colon = phrase("report.colon", voice.language)
    for edge in flow.edges:
        if codes := leaving(edge, on, voice.tables):
            found.setdefault(", ".join(codes), []).extend(_grounds(edge, voice, codes, on))
    return tuple(
        f"{codes}{colon}{', '.join(dict.fromkeys(grounds))}" if grounds else codes
        for codes, grounds in found.items()
    )


def _grounds(edge: Facts, voice: Voice, codes: Iterable[str], on: date | None) -> list[str]:
    stated = list(voice.terms("grounds", edge.get("grounds") or ()))
    if undecided := voice.terms("grounds", edge.get("grounds_any_of") or ()):
        stated.append(voice.phrase("one-of", grounds=f" {voice.phrase('or')} ".join(undecided)))
    # Agreements that are a ground (clauses, binding corporate rules) are among the grounds of an edge. A contract
    # with a processor (Article 28(3)) or a resale is none (Articles 44 and 46).
    if voice.judged and not stated:
        stated.append(voice.phrase("no-ground-adequate" if _is_adequate(voice, codes, on) else "no-ground"))
    return stated


def _is_adequate(voice: Voice, codes: Iterable[str], on: date | None) -> bool:
    """Whether decisions on all these countries hold on the day that reach every recipient there (Article 45)."""
    rows = voice.tables or standard()
    return on is not None and all(
        any(row.scope is Scope.WHOLE for row in rows.adequate(code, on)) for code in codes
    )


def says_role(flow: Flow, voice: Voice) -> str:
    """What the recipient is in this flow; nothing where that goes without saying."""
    if flow.kind.mixed:
        return ""
    if flow.kind.begins and not flow.kind.role:
        return ""
    if not flow.kind.role:
        marks = {"source": flow.kind.source, "returned": flow.kind.returned, "role-unstated": True}
        return voice.phrase(next(key for key, is_so in marks.items() if is_so))
    words = voice.terms("roles", flow.kind.role)
    return words[0] if len(words) == 1 else f" {voice.phrase('or')} ".join(words)


def says_status(flow: Flow, voice: Voice) -> tuple[str, ...]:
    """Whether it may happen, under which condition, and whether it is planned or has ended."""
    said = [voice.phrase("possible")] if flow.kind.possible else []
    said += [voice.text(when) for when in flow.each("when", "conditions")]
    if flow.kind.status:
        word, day = flow.kind.status.split(" ", 1)
        said.append(voice.phrase(word, date=voice.text(day)))
    return tuple(said)


def shorten(name: str, most: int = 120) -> str:
    """A name as it is said again and again: in full it stands once, at its own party."""
    return name if len(name) <= most else f"{name[: most - 1]}…"


def says_all(flow: Flow, names: Mapping[str, str], voice: Voice, on: date | None) -> str:
    """The whole flow in one sentence."""
    facts = {
        "said-data": voice.terms("personal-data", flow.all("personal_data")),
        "said-subjects": voice.terms("data-subjects", flow.all("data_subjects")),
        "said-processed-in": voice.terms("countries", flow.all("countries")),
        "said-accessed-from": voice.terms("countries", flow.all("access_from")),
        "said-activities": tuple(voice.text(name) for name in flow.each("activity_name", "activity_names")),
        "said-leaves": says_transfers(flow, voice, on),
    }
    parts = [voice.phrase("flows", count=flow.count)] if flow.folded and flow.count else []
    if flow.kind.mixed:
        parts += dict.fromkeys(voice.term("roles", role) for edge in flow.edges for role in role_of(edge))
    parts += [says_role(flow, voice), ", ".join(voice.terms("processing", flow.all("processing")))]
    parts += [voice.phrase(key, words=", ".join(words)) for key, words in facts.items() if words]
    parts += says_status(flow, voice)
    return voice.phrase(
        "said-flow",
        sender=names[flow.sender],
        recipient=names[flow.recipient],
        details="; ".join(part for part in parts if part) or "–",
    )
