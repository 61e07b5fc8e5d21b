"""`ropa mirror`: a customer's register held against its processor's."""

from __future__ import annotations

from datetime import date

import click

from ropa.cli.answer import answer_options, show
from ropa.formats.native import load


@click.command("mirror")
@click.argument("customer")
@click.argument("vendor")
@click.option("--by-name", is_flag=True, help="Also find each other by name, where no number contradicts.")
@click.option(
    "--vendor-as", default=None, metavar="KEY", help="What the customer's register calls the vendor."
)
@click.option(
    "--customer-as", default=None, metavar="KEY", help="What the vendor's register calls the customer."
)
@click.option(
    "--controller",
    default=None,
    metavar="KEY",
    help="Another controller of CUSTOMER than its holder: a company of its group.",
)
@answer_options
def command(
    customer: str,
    vendor: str,
    by_name: bool,
    vendor_as: str | None,
    customer_as: str | None,
    controller: str | None,
    on: date | None,
    language: str | None,
    form: str,
) -> int:
    """Hold CUSTOMER's register against the register of its processor, VENDOR. Exits with 1 where they differ."""
    from ropa.unite import mirror

    found = mirror(
        load(customer),
        load(vendor),
        on=on or date.today(),
        by_name=by_name,
        vendor_as=vendor_as,
        customer_as=customer_as,
        controller=controller,
    )
    show(found, language, form)
    return 1 if found.differences else 0
