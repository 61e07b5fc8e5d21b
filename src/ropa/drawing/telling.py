"""Puts drawn flows in words, for their labels and for readers who do not see the picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import partial

from ropa.drawing.flows import Facts, Flow, leaving, role_of
from ropa.drawing.parties import NAMES
from ropa.drawing.voice import Voice
from ropa.glossary import phrase
from ropa.sharing.edge import grounds_in

_BY_LAW = {"adequate": "no-ground-adequate", "adequate_if": "no-ground-open"}
"""What is said of a country for which no ground is recorded: the verdict is that of `ropa.transfer`, borne by the edge."""


def says_transfers(flow: Flow, voice: Voice, on: date | None) -> tuple[str, ...]:
    """For each set of countries outside the EEA: their codes, and the grounds stated for them."""
    found: dict[str, list[str]] = {}
    colon = phrase("report.colon", voice.language)
    for edge in flow.edges:
        for codes, grounds in _grounds(edge, voice, leaving(edge, on, voice.tables)):
            found.setdefault(", ".join(codes), []).extend(grounds)
    return tuple(
        f"{codes}{colon}{_in_a_row(grounds, voice)}" if grounds else codes for codes, grounds in found.items()
    )


def _in_a_row(grounds: Iterable[str], voice: Voice) -> str:
    """Grounds each once; where some of the flows have one and others none, nobody reads that both hold for each."""
    each, none = dict.fromkeys(grounds), voice.phrase("no-ground")
    if none not in each or len(each) == 1:
        return ", ".join(each)
    stated = ", ".join(one for one in each if one != none)
    return phrase("report.semicolon", voice.language).join((stated, voice.partly(none)))


def _grounds(
    edge: Facts, voice: Voice, codes: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """Countries of a flow with what is said of them: the grounds stated, or that none is; and what holds by law."""
    # Agreements that are a ground (clauses, binding corporate rules) are among the grounds of an edge. A contract
    # with a processor (Article 28(3)) or a resale is none (Articles 44 and 46).
    by_law = {name: tuple(one for one in codes if one in (edge.get(name) or ())) for name in _BY_LAW}
    if not voice.judged:
        by_law = {}
    rest = tuple(one for one in codes if not any(one in those for those in by_law.values()))
    none = [voice.phrase("no-ground")] if voice.judged else []
    said = [(those, stated or none) for those, stated in _stated(edge, voice, rest)]
    said += [(those, [voice.phrase(_BY_LAW[name])]) for name, those in by_law.items()]
    yield from ((those, grounds) for those, grounds in said if those)


def _stated(edge: Facts, voice: Voice, codes: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], list[str]]]:
    """The countries for which the same grounds are stated, with those."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for code in codes:
        alike.setdefault(tuple(grounds_in(edge, code)), []).append(code)
    undecided = voice.terms("grounds", edge.get("grounds_any_of") or ())
    one_of = voice.phrase("one-of", grounds=f" {voice.phrase('or')} ".join(undecided)) if undecided else ""
    for grounds, those in alike.items():
        yield tuple(those), [*voice.terms("grounds", grounds), *([one_of] if one_of else [])]


def says_role(flow: Flow, voice: Voice) -> str:
    """What the recipient is in this flow; nothing where that goes without saying."""
    if flow.kind.mixed:
        each = (_role(role_of(edge), edge, voice) for edge in flow.edges)
        return ", ".join(dict.fromkeys(one for one in each if one))
    kind = flow.kind
    marks = {"begins": kind.begins, "is_source": kind.source, "is_return": kind.returned}
    return _role(kind.role, marks, voice)


def _role(role: tuple[str, ...], marks: Facts, voice: Voice) -> str:
    if role:
        return f" {voice.phrase('or')} ".join(voice.terms("roles", role))
    if marks.get("begins") and marks.get("is_source"):
        return ""
    said = {"source": marks.get("is_source"), "returned": marks.get("is_return"), "role-unstated": True}
    return voice.phrase(next(key for key, is_so in said.items() if is_so))


def marks(flow: Flow, voice: Voice, *, partly: bool = False) -> list[str]:
    """What holds for all flows of a line, or for some alone: that it may happen, is planned or has ended, how it is stated."""
    said = [] if partly else _certainty(flow, voice)
    asked = "partly" if partly else "wholly"
    if flow.says("general") == asked:
        said.append(phrase("report.in-general", voice.language))
    for reading in ("contradicted", "inferred"):
        held = flow.says(reading)
        if held == asked:
            said.append(f"[{voice.term('readings', reading)}]")
        if held == "wholly":
            break
    return said


def _certainty(flow: Flow, voice: Voice) -> list[str]:
    said = [voice.phrase("possible")] if flow.kind.possible else []
    if flow.kind.status:
        word, day = flow.kind.status.split(" ", 1)
        said.append(voice.phrase(word, date=voice.text(day)))
    return said


def says_conditions(flow: Flow, voice: Voice) -> tuple[str, ...]:
    """Under which conditions it happens."""
    return tuple(voice.text(when) for when in flow.each("when", "conditions"))


def says_status(flow: Flow, voice: Voice) -> tuple[str, ...]:
    """How it is stated and on which conditions, each by itself; of what holds for some of its flows that is said."""
    partly = flow.says("when", "conditions") == "partly"
    when = says_conditions(flow, voice)
    return (
        *marks(flow, voice),
        *(() if partly else when),
        *map(voice.partly, marks(flow, voice, partly=True)),
        *(map(voice.partly, when) if partly else ()),
    )


def behalf(flow: Flow, voice: Voice) -> Iterator[tuple[tuple[str, ...], Callable[[str], str]]]:
    """The customers whose data a flow carries where it names them, and how that is said of their names.

    Who is no processor receives data from their processing, and not on their behalf.
    """
    found: dict[str, dict[str, None]] = {}
    for edge in flow.edges:
        how = "chain.for" if list(edge.get("role") or ()) == ["processor"] else "chain.from"
        if customers := edge.get("customers"):
            found.setdefault(how, {}).update(dict.fromkeys(customers))
    held = "partly" if len(found) > 1 else flow.says("customers")
    for how, keys in found.items():
        # Nothing shares the variables of a loop with what is called after it.
        yield tuple(map(voice.party, keys)), partial(_on_behalf, how, held, voice)


def _on_behalf(how: str, held: str, voice: Voice, names: str) -> str:
    said = phrase(how, voice.language, parties=names)
    return voice.partly(said) if held == "partly" else said


def says_behalf(flow: Flow, voice: Voice, most: int | None = None) -> tuple[str, ...]:
    """On whose behalf it goes where it names customers; of more than `most` the rest is counted."""
    said = []
    for names, say in behalf(flow, voice):
        rest = len(names) - most if most is not None and len(names) > most else 0
        row = NAMES.join(names[: len(names) - rest])
        said.append(say(f"{row} {voice.phrase('more', count=rest)}" if rest else row))
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
    parts += [says_role(flow, voice), ", ".join(voice.terms("processing", flow.all("processing")))]
    parts += says_behalf(flow, voice)
    parts += [voice.phrase(key, words=", ".join(words)) for key, words in facts.items() if words]
    parts += says_status(flow, voice)
    return voice.phrase(
        "said-flow",
        sender=names[flow.sender],
        recipient=names[flow.recipient],
        details="; ".join(part for part in parts if part) or "–",
    )
