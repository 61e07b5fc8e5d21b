"""Whether two registers are of one holder, and in the order in which they came: by number, else by key or name."""

from __future__ import annotations

from ropa.model import Party, Register
from ropa.model.text import sayings

OTHER = "other"
"""What stands for any scheme: numbers of it may be of two registers."""


def of_others(old: Register, new: Register) -> bool:
    """Whether two registers are of two holders. Where one of them names none it is open, and this says no.

    Numbers of one scheme decide: the same one is the same holder, whatever it is called now. Where the two have no
    scheme in common, neither the key nor a name is the same.

    >>> shop = Register(holder="shop", parties=[{"key": "shop", "name": "The Shop"}])
    >>> of_others(shop, Register(holder="other")), of_others(shop, Register(holder="shop"))
    (True, False)
    """
    if not old.holder or not new.holder:
        return False
    then, now = old.party(old.holder), new.party(new.holder)
    was, is_ = _numbers(then), _numbers(now)
    if {scheme for scheme, _ in was} & {scheme for scheme, _ in is_}:
        return was.isdisjoint(is_)
    return then.key != now.key and _names(then).isdisjoint(_names(now))


def is_later(old: Register, new: Register) -> bool:
    """Whether what is given as the earlier register was adopted after the other one."""
    return old.adopted is not None and new.adopted is not None and old.adopted > new.adopted


def _numbers(party: Party) -> set[tuple[str, str]]:
    """The registrations of a party, each as its scheme and what counts in the number; of an unnamed scheme none does."""
    return {
        (one.scheme, _counting(one.scheme, one.number)) for one in party.registration if one.scheme != OTHER
    }


def _counting(scheme: str, number: str) -> str:
    """A number without what one writer puts in it and another does not: points, a country, noughts in front."""
    plain = "".join(filter(str.isalnum, number)).casefold()
    return "".join(filter(str.isdigit, plain)).lstrip("0") or plain if scheme != "lei" else plain


def _names(party: Party) -> set[str]:
    return {" ".join(said.split()).casefold() for said in sayings(party.name)}
