"""How a chain reads: a sentence for each link, or an indented list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ropa.glossary import phrase
from ropa.model import PEOPLE
from ropa.sharing.circle import Cycle, Diamond
from ropa.sharing.engagement import Permission
from ropa.sharing.link import Link
from ropa.sharing.saying import Saying
from ropa.wording import role_of

MANY = 4
"""More names than this in a row are counted instead."""
LONGEST = 12
"""Of a longer circle only the beginning is named."""
DEEPEST = 30
"""How far a list is indented; the rank says how deep a link really is."""


def tell_nothing(words: Saying, asked: str, kind: str, customer: str = "", *, then: bool = False) -> str:
    """That there is no chain, or none on behalf of the customer asked for; `then`: not on the day, but before it."""
    name = words.activity(asked) if kind == "activity" else words.party(asked)
    if customer:
        return _part(words, "nothing-for", name=name, customer=words.party(customer))
    return _part(words, "nothing-now" if then else "nothing", name=name)


def tell_no_customer(words: Saying, customer: str) -> str:
    """That nothing at all is done on behalf of a party."""
    return _part(words, "no-customer", customer=words.party(customer))


def tell_link(words: Saying, link: Link) -> str:
    """A link in a sentence."""
    return phrase(
        "chain.link",
        words.language,
        activity=words.activity(link.activity),
        rank=_ranked(words, link),
        sender=words.party(link.sender),
        recipient=words.party(link.recipient),
        facts=phrase("report.semicolon", words.language).join(
            (*_facts(words, link), *_more(words, link), *words.stated(link.hop))
        ),
    )


def _more(words: Saying, link: Link) -> Iterator[str]:
    yield _part(words, "carries", data=words.data(link.tokens))


def tell_diamond(words: Saying, one: Diamond) -> str:
    """That several lead to one party."""
    party, senders, name = words.party(one.party), words.parties(one.senders), words.activity(one.activity)
    return _part(words, "diamond", party=party, senders=senders, activity=name)


def tell_cycle(words: Saying, one: Cycle) -> str:
    """That data can go round."""
    more = len(one.parties) - len(set(one.path))
    also = _part(words, "cycle-more", number=more) if more > 0 else ""
    path = words.path(one.path[:LONGEST])
    if len(one.path) > LONGEST:
        path += f" → … → {words.party(one.path[-1])}"
    return _part(words, "cycle", path=path, activity=words.activity(one.activity)) + also


def tree(words: Saying, links: Sequence[Link]) -> Iterator[str]:
    """The links as an indented list: an activity, who sends, and below that who receives."""
    by_activity: dict[str, list[Link]] = {}
    for link in links:
        by_activity.setdefault(link.activity, []).append(link)
    for activity, held in by_activity.items():
        yield words.activity(activity)
        yield from _branches(words, held)


def _branches(words: Saying, links: Sequence[Link]) -> Iterator[str]:
    onward: dict[str, list[Link]] = {}
    for link in links:
        onward.setdefault(link.sender, []).append(link)
    # a controller that is another's processor too has a chain of its own, in which ranks begin again
    first = {link.sender for link in links if link.rank == 1}
    led_to = [one for one in links if one.rank is None or one.recipient not in first]
    into = {link.recipient for link in led_to if link.recipient != link.sender}
    shown: set[str] = set()
    roots = dict.fromkeys(one for one in onward if one not in into)
    for root in (*sorted(roots, key=PEOPLE.__eq__), *onward):
        if root in shown:
            continue
        yield f"  {_capital(words.party(root)) if root == PEOPLE else words.party(root)}"
        shown.add(root)
        waiting = [(one, 2) for one in reversed(_leaves(words, onward[root]))]
        while waiting:
            (link, said), depth = waiting.pop()
            further = onward.get(link.recipient, ())
            again = bool(further) and (link.recipient in shown or link.recipient in roots)
            above = _part(words, "see-above") if again else ""
            yield "  " * min(depth, DEEPEST) + said + above
            if further and not again:
                shown.add(link.recipient)
                waiting += [(one, depth + 1) for one in reversed(_leaves(words, further))]


def _leaves(words: Saying, links: Sequence[Link]) -> list[tuple[Link, str]]:
    """What stands in the list for each link of one sender: those that read alike are one, and counted."""
    alike: dict[str, list[Link]] = {}
    for link in links:
        rank = f"{link.rank}. " if link.rank is not None else "- "
        facts = phrase("report.semicolon", words.language).join(
            (*_facts(words, link), *words.stated(link.hop))
        )
        said = f"{rank}{words.party(link.recipient)} — {facts}"
        alike.setdefault(said, []).append(link)
    return [
        (same[0], said if len(same) == 1 else said + _part(words, "flows", number=len(same)))
        for said, same in alike.items()
    ]


def _capital(said: str) -> str:
    return said[:1].upper() + said[1:]


def _part(words: Saying, key: str, **values: object) -> str:
    return phrase(f"chain.{key}", words.language, **values)


def _ranked(words: Saying, link: Link) -> str:
    return "" if link.rank is None else _part(words, "rank", rank=link.rank)


def _facts(words: Saying, link: Link) -> Iterator[str]:
    role = f"{role_of(words, link.hop)}{words.reading(link.hop.flow, 'role')}"
    yield role + (words.phrase("comma") + words.phrase("possible") if link.possible else "")
    if link.circle:
        yield _part(words, "circle")
    yield from _identity(words, link)
    yield _part(words, "place", place=words.place(link.hop))
    yield from _behalf(words, link)
    yield from _papers(words, link)


def _identity(words: Saying, link: Link) -> Iterator[str]:
    if link.party.country:
        yield _part(words, "established", country=words.country(link.party.country))
    yield from (words.part(number, leave=frozenset({"note"})) for number in link.party.registration)


def _behalf(words: Saying, link: Link) -> Iterator[str]:
    """For whom, or from whose processing, where that is not simply whoever sends."""
    if link.customers and set(link.customers) != {link.sender} and _several(words, link):
        # Who is no processor receives data from their processing, and not on their behalf.
        how = "for" if link.hop.is_processor else "from"
        yield _part(words, how, parties=_row(words, link.customers))


def _several(words: Saying, link: Link) -> bool:
    return len(link.hop.controllers) > 1 or link.customers != (words.register.holder,)


def _row(words: Saying, keys: Sequence[str]) -> str:
    return words.parties(keys) if len(keys) <= MANY else _part(words, "parties", number=len(keys))


def _papers(words: Saying, link: Link) -> Iterator[str]:
    if link.agreements:
        said = words.row(words.paper(one.key) for one in link.agreements)
        yield _part(words, "agreement", agreements=said)
    elif link.hop.is_processor:
        yield _part(words, "no-agreement")
    allowed: dict[Permission, list[str]] = {}
    papers: dict[Permission, dict[str, None]] = {}
    for one in link.authorisations:
        allowed.setdefault(one.permission, []).append(one.by)
        papers.setdefault(one.permission, {}).update(dict.fromkeys(one.agreements))
    for permission, by in allowed.items():
        said = _part(words, f"permission.{permission.value}")
        if papers[permission]:
            said += f" ({words.phrase('comma').join(papers[permission])})"
        if len(allowed) > 1 or len(by) > 1:
            said += words.phrase("comma") + _part(words, "by", parties=_row(words, by))
        yield said
    yield from _withheld(words, link)
    if PEOPLE != link.sender and link.hop.sub_processor and not (allowed or link.circle):
        yield _part(words, "permission.not-recorded")


def _withheld(words: Saying, link: Link) -> Iterator[str]:
    """What those further up do not allow, by whom they engage."""
    alike: dict[tuple[str, Permission], tuple[dict[str, None], dict[str, None]]] = {}
    for one in link.withheld:
        by, papers = alike.setdefault((one.processor, one.permission), ({}, {}))
        by[one.by] = None
        papers.update(dict.fromkeys(one.agreements))
    for (processor, permission), (by, papers) in alike.items():
        yield _part(
            words,
            f"further-up.{permission.value}",
            by=_row(words, [*by]),
            processor=words.party(processor),
            agreements=words.phrase("comma").join(papers),
        )
