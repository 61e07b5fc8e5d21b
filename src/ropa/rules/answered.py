"""How an activity answers what Articles 30(1), 13 and 14 ask: the worst of all that a provision asks for."""

from __future__ import annotations

from collections.abc import Callable

from ropa.fields import FieldCard, cards
from ropa.law import Basis
from ropa.model import Activity
from ropa.rules.look import BLANK, GENERAL, GIVEN, PARTLY, Ask, Look, State, absent, identity, worst

UNCONDITIONAL = ("access", "rectification", "erasure", "restriction")
"""The rights that Articles 13(2)(b) and 14(2)(c) name whatever the legal basis is."""


def controllers(look: Look) -> State:
    """(a) the controller and those joint with it."""
    return worst(identity(party) for party in (look.party, *look.entry.joint_with))


def officer(look: Look) -> State:
    """The data protection officer."""
    return GIVEN if look.party.dpo else absent(look.party.absences.get("dpo"))


def recipients(look: Look) -> State:
    """Recipients or categories of them."""
    entry = look.entry
    return GIVEN if entry.recipients else absent(entry.absence("flows") or entry.absence("recipients"))


def transfers(look: Look) -> State:
    """Transfers to third countries, seen in flows or declared."""
    return GIVEN if look.entry.transfers else look.field("transfers")


def security(look: Look) -> State:
    """The measures: of the activity, in general, or of the controller in everything it does.

    Where an activity says why it has none of its own, that is its answer.
    """
    in_all = look.entry.absence("security") is None and any(one.holds(look.on) for one in look.party.security)
    return GIVEN if in_all else look.field("security")


def bases(look: Look) -> State:
    """A legal basis for each purpose."""
    own = look.own.values("purposes", look.on)
    if own and all(one.legal_bases or one.legal_bases_any_of for one in own):
        return GIVEN
    if look.values("legal_bases") or look.values("legal_bases_any_of"):
        return GENERAL
    lacking = [one for one in own if not (one.legal_bases or one.legal_bases_any_of)]
    if not own and look.bases:
        return GIVEN  # purposes said in general, with their bases
    return worst(absent(one.absences.get("legal_bases")) for one in lacking) or absent(
        look.entry.absence("legal_bases")
    )


def interests(look: Look) -> State:
    """The interests pursued, where legitimate interests are a basis."""
    held = [one for one in look.bases if one.basis is Basis.LEGITIMATE_INTERESTS]
    return worst(GIVEN if one.interest else absent(one.absences.get("interest")) for one in held)


def rights(look: Look) -> State:
    """Each of the rights of the data subjects. Portability depends on means that a register does not tell."""
    wanted = [*UNCONDITIONAL]
    if look.rests_on(Basis.LEGITIMATE_INTERESTS, Basis.PUBLIC_TASK):
        wanted.append("objection")
    return GIVEN if look.rights.issuperset(wanted) else absent(look.entry.absence("rights"))


def withdrawal(look: Look) -> State:
    """The withdrawal of consent, where consent is a basis."""
    if not look.rests_on(Basis.CONSENT):
        return None
    return GIVEN if "withdraw-consent" in look.rights else absent(look.entry.absence("rights"))


def complaint(look: Look) -> State:
    """Where to complain."""
    held = look.values("rights")
    if "complaint" in look.rights or any(one.complaint for one in held):
        return GIVEN
    absences = (one.absences.get("complaint") for one in held)
    return absent(next((one for one in absences if one), None) or look.entry.absence("rights"))


def obligatory(look: Look) -> State:
    """Whether the data must be given: in part, where it is said of some of those that people give."""
    stated = [item.required is not None for item in look.asked]
    if any(stated):
        return GIVEN if all(stated) else PARTLY
    return GIVEN if look.values("if_refused") else absent(look.entry.absence("if_refused"))


def origin(look: Look) -> State:
    """From whom the data come."""
    return GIVEN if look.from_elsewhere else BLANK


def _field(field: str, *, each: bool = False) -> Callable[[Look], State]:
    return lambda look: look.field(field, each=each)


def _all(*states: Callable[[Look], State]) -> Callable[[Look], State]:
    return lambda look: worst(state(look) for state in states)


SEEN_ELSEWHERE = {"flows": recipients, "transfers": transfers, "security": security}
"""The fields whose answer is also read from flows, or from the party."""


def _of_card(card: FieldCard) -> Callable[[Look], State]:
    return SEEN_ELSEWHERE.get(card.key) or _field(card.attribute, each=card.each)


def _letter(letter: str, of: str) -> Ask[Look]:
    """A letter of Article 30(1): all the fields of an activity that say they answer it."""
    article = f"30(1)({letter})"
    return Ask(article, of, _all(*(_of_card(card) for card in cards(Activity) if card.article == article)))


def _asked(
    applies: Callable[[Look], bool], asked: dict[str, tuple[str, Callable[[Look], State]]]
) -> tuple[Ask[Look], ...]:
    """What an article asks of the activities it is about."""

    def where(state: Callable[[Look], State]) -> Callable[[Look], State]:
        return lambda look: state(look) if applies(look) else None

    return tuple(Ask(article, of, where(state)) for article, (of, state) in asked.items())


LETTERS = {
    "b": "purposes",
    "c": "categories",
    "d": "recipients",
    "e": "transfers",
    "f": "retention",
    "g": "security",
}
RETENTION = _field("retention", each=True)
LAWFUL = _all(_field("purposes"), bases)
DECISIONS = _field("automated_decisions")

OF_CONTROLLER: tuple[Ask[Look], ...] = (
    Ask("30(1)(a)", "controller", controllers),
    *(_letter(letter, of) for letter, of in LETTERS.items()),
)
"""Article 30(1), asked of each activity."""

FROM_PEOPLE = _asked(
    lambda look: look.from_people,
    {
        "13(1)(a)": ("controller", controllers),
        "13(1)(b)": ("officer", officer),
        "13(1)(c)": ("purposes-and-bases", LAWFUL),
        "13(1)(d)": ("interests", interests),
        "13(1)(e)": ("recipients", recipients),
        "13(1)(f)": ("transfers", transfers),
        "13(2)(a)": ("retention", RETENTION),
        "13(2)(b)": ("rights", rights),
        "13(2)(c)": ("withdrawal", withdrawal),
        "13(2)(d)": ("complaint", complaint),
        "13(2)(e)": ("obligatory", obligatory),
        "13(2)(f)": ("automated-decisions", DECISIONS),
    },
)
"""Article 13, asked of each activity whose data come, or may come, from the people."""

FROM_ELSEWHERE = _asked(
    lambda look: look.from_elsewhere,
    {
        "14(1)(a)": ("controller", controllers),
        "14(1)(b)": ("officer", officer),
        "14(1)(c)": ("purposes-and-bases", LAWFUL),
        "14(1)(d)": ("personal-data", _field("personal_data")),
        "14(1)(e)": ("recipients", recipients),
        "14(1)(f)": ("transfers", transfers),
        "14(2)(a)": ("retention", RETENTION),
        "14(2)(b)": ("interests", interests),
        "14(2)(c)": ("rights", rights),
        "14(2)(d)": ("withdrawal", withdrawal),
        "14(2)(e)": ("complaint", complaint),
        "14(2)(f)": ("source", origin),
        "14(2)(g)": ("automated-decisions", DECISIONS),
    },
)
"""Article 14, asked of each activity with data from somebody else."""
