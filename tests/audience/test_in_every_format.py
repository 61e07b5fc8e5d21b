"""A customer's copy, in every format there is: no other customer anywhere in the bytes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from tests.audience.differing import DATA, PEOPLE, differing, words_of
from tests.audience.test_copy_for import NAMES, served
from tests.audience.unpacked import unpacked

import ropa
from ropa.audience import customers
from ropa.formats.asked import Wish, asked
from ropa.formats.forms import FORMATS, PAPERS

ON = date(2026, 1, 1)
few = settings(
    max_examples=6,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.generate],
)


@pytest.mark.parametrize(
    ("name", "suffix"),
    [(name, suffix) for name, one in FORMATS.items() for suffix in one.suffixes or (".x",)],
)
@few
@given(register=served())
def test_names_no_other_customer(name: str, suffix: str, register: ropa.Register) -> None:
    """Neither what is shown nor metadata nor what is packed within."""
    known = set(customers(register)) & set(NAMES)
    for customer in sorted(known)[:1]:
        wish = Wish("en", ON, None, "customer", customer, attach=True)
        try:
            data = {**FORMATS, **PAPERS}[name].write(asked(register, wish, suffix))
        except ropa.UnknownEntry:
            continue  # there is no contract, or no processing, that a paper could be about
        others = known - {customer}
        marks = {mark.casefold() for key in others for mark in (key, NAMES[key], f"{key}mail")}
        for where, text in unpacked(f"copy{suffix}", data):
            for mark in marks:
                assert mark not in text, (mark, where)
                assert mark.replace(" ", "") not in text, (mark, where)


SUFFIXES = [(name, suffix) for name, one in FORMATS.items() for suffix in one.suffixes or (".x",)]


@pytest.mark.parametrize(("name", "suffix"), [*SUFFIXES, *((name, ".html") for name in PAPERS)])
@few
@given(register=differing())
def test_has_no_data_of_another_customer(name: str, suffix: str, register: ropa.Register) -> None:
    """Nor whose data they are: neither in a row, in a picture, nor in a list of who has them next."""
    customer = customers(register)[-1]
    paper = next(one.key for one in register.agreements if customer in one.between)
    wish = Wish("en", ON, None, "customer", customer, attach=True, agreement=paper)
    try:
        data = {**FORMATS, **PAPERS}[name].write(asked(register, wish, suffix))
    except ropa.UnknownEntry:
        assert name in PAPERS
        return
    marks = words_of([*{*DATA} - {customer}])
    texts = [*unpacked(f"copy{suffix}", data)]
    assert not [(mark, where) for where, text in texts for mark in marks if mark in text]
    if name in ("yaml", "json", "workbook", "report"):
        assert any(DATA[customer] in text for _, text in texts)


def test_the_look_finds_data_that_are_there() -> None:
    """In the whole register the same words are met in every format: nothing is missed by looking."""
    flow = {"recipient": "host", "role": "processor", "processing": "hosting"}
    work = {
        "key": "work",
        "data_subjects": [PEOPLE["beta"]],
        "personal_data": [DATA["beta"]],
        "flows": [flow],
    }
    parties = [{"key": "host", "name": "Host"}, {"key": "beta"}]
    register = ropa.Register(holder="host", parties=parties, activities=[work | {"controllers": ["beta"]}])
    for name, suffix in SUFFIXES:
        data = FORMATS[name].write(asked(register, Wish("en", ON), suffix))
        said = "\n".join(text for _, text in unpacked(f"copy{suffix}", data))
        assert DATA["beta"] in said or PEOPLE["beta"] in said, (name, suffix)


def test_what_looks_finds_what_is_there() -> None:
    """The same look at the whole register finds the names: it is no blind look."""
    flow = {"recipient": "host", "role": "processor", "processing": "hosting"}
    parties = [{"key": "host", "name": "Host"}, {"key": "beta", "name": NAMES["beta"]}]
    register = ropa.Register(
        holder="host", parties=parties, activities=[{"key": "mail", "controllers": ["beta"], "flows": [flow]}]
    )
    for name, one in FORMATS.items():
        for suffix in one.suffixes or (".x",):
            data = one.write(asked(register, Wish("en", ON), suffix))
            said = "\n".join(text for _, text in unpacked(f"copy{suffix}", data))
            assert "beta" in said, (name, suffix)


def weighed() -> ropa.Register:
    """A register with what the public is not to read, and with lacks that only who sees all can tell."""
    basis = {
        "basis": "legitimate-interests",
        "interest": "Happy customers",
        "assessment": "weighed zzinside",
        "record": "a file zzinside",
    }
    flows = [
        {"recipient": "host", "role": "processor", "processing": "hosting", "countries": "NL"},
        {
            "sender": "host",
            "recipient": "desk",
            "role": "processor",
            "processing": "support",
            "countries": "US",
        },
    ]
    return ropa.Register(
        holder="shop",
        parties=[{"key": "shop", "country": "NL"}, {"key": "host"}, {"key": "desk"}],
        activities=[
            {
                "key": "mail",
                "name": "Mail",
                "purposes": [{"text": "Selling", "legal_bases": [basis]}],
                "data_subjects": "customers",
                "personal_data": "name",
                "security": "locks zzinside",
                "flows": flows,
            }
        ],
    )


LACKING = ("noagreement", "noground", "notrecorded", "ssesseswhether", "noauthorisation")


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        *((name, suffix) for name, one in FORMATS.items() for suffix in one.suffixes or (".x",)),
        ("sub-processors", ".html"),
        ("sharing", ".html"),
    ],
)
def test_the_public_reads_the_interest_and_not_how_it_was_weighed(name: str, suffix: str) -> None:
    """Nor that something is missing which may only have been left out (decision 18); who sees all is told both."""
    form = {**FORMATS, **PAPERS}[name]
    made = {}
    for reader in ("internal", "public"):
        data = form.write(asked(weighed(), Wish("en", ON, None, reader), suffix))
        made[reader] = "".join(text.replace(" ", "") for _, text in unpacked(f"copy{suffix}", data))
    assert "zzinside" not in made["public"]
    assert not [said for said in LACKING if said in made["public"]]
    if name in ("yaml", "json", "workbook", "report"):
        assert "weighedzzinside" in made["internal"]
        assert "happycustomers" in made["public"]
    if name in ("report", "sharing", "dot", "sub-processors"):
        assert [said for said in LACKING if said in made["internal"]]
