"""What the rules about principles find in the example registers, and why a reader of the statement agrees.

Each place is one finding. What is not here is not found: a purpose with a basis of its own, for instance.
"""

from __future__ import annotations

from datetime import date

import pytest
from tests.examples.found import places

TODAY = date(2026, 11, 22)

QLIX = {
    # Cookies and the website stand outside the list of legal bases, which covers what is numbered above it.
    ("ROPA100", "activities.website"),
    # "One of the following": which for what is not said.
    ("ROPA101", "general.rechtsgronden"),
    ("ROPA102", "general.rechtsgronden.legal_bases_any_of.3"),
    # "A legitimate interest of Qlix or a third party" tells no interest, and no balancing is shown.
    ("ROPA103", "general.rechtsgronden.legal_bases_any_of.4"),
    ("ROPA104", "general.rechtsgronden.legal_bases_any_of.4"),
    ("ROPA108", "activities.app.purposes.1.legal_bases.1"),
    ("ROPA108", "activities.evenementen.purposes.4.legal_bases.1"),
    # 1.5 goes on until one signs off, 1.7 asks for consent: the same offers.
    ("ROPA118", "activities.aanbiedingen.purposes.1"),
    # Who pays the bills evaluates its own services with the data.
    ("ROPA119", "activities.leden.flows.betaling"),
    # "Only used for", and "not given to third parties": 1.2 says otherwise.
    ("ROPA121", "activities.leden.commitments.1"),
    ("ROPA121", "general.alles.commitments.2"),
    # "Certain data", "user information".
    ("ROPA122", "activities.leden.personal_data.9"),
    ("ROPA122", "activities.app"),
    ("ROPA123", "activities.leden"),
    ("ROPA123", "general.alles"),
    # "Such as your name": the list is open.
    ("ROPA124", "activities.leden"),
}
QLINX = {
    # No legal basis is mentioned but consent for mailings and for what the employer gives.
    ("ROPA100", "activities.dienst"),
    ("ROPA100", "activities.contact"),
    ("ROPA100", "activities.relaties.purposes.1"),
    ("ROPA100", "activities.werving"),
    ("ROPA100", "activities.beveiliging.purposes.1"),
    ("ROPA100", "activities.cookies"),
    ("ROPA100", "general.2"),
    # "Legal obligations", and which; "our legitimate interests", and which.
    ("ROPA102", "general.2.purposes.2.legal_bases.1"),
    ("ROPA103", "interests.belangen"),
    # "As far as our client has obtained your consent": the client is the employer.
    ("ROPA107", "activities.dienst.flows.media-ip.legal_bases.1"),
    ("ROPA108", "activities.nieuwsbrieven"),
    # "Keeping in touch", "legal obligations", "other purposes".
    ("ROPA115", "activities.relaties.purposes.1"),
    ("ROPA115", "activities.werving.purposes.3"),
    ("ROPA115", "general.2"),
    # No metadata, and the IP address; anonymous statistics, and cookies that process personal data; no third party, and Google.
    ("ROPA121", "activities.dienst.commitments.1"),
    ("ROPA121", "activities.cookies.commitments.1"),
    ("ROPA121", "general.2.commitments.1"),
    # Whether the mobile number is obligatory, among others.
    ("ROPA123", "activities.dienst"),
    ("ROPA123", "activities.cookies"),
    ("ROPA123", "general.3"),
    # "Telephone number etc."
    ("ROPA124", "activities.contact"),
    ("ROPA124", "activities.relaties"),
    ("ROPA124", "activities.werving"),
    # The business may be handed over, with the data.
    ("ROPA125", "general.2.flows.overdracht"),
}
QOOQIE = {
    # Eight purposes, and no legal basis but the consent to newsletters.
    ("ROPA100", "activities.klantgegevens"),
    ("ROPA108", "activities.nieuwsbrieven.purposes.1.legal_bases.1"),
    # "Administrative duties".
    ("ROPA115", "activities.klantgegevens.purposes.7"),
    # "Such as": the list is open.
    ("ROPA124", "activities.klantgegevens"),
    # By law, in disputes, against crime: six cases, one with a basis.
    ("ROPA229", "general.1"),
}
PROXIMUS = {
    # Three bases at once, with examples for some purposes only.
    ("ROPA101", "general.1"),
    # "Privacy legislation" is named for requests, no law for what the authority asks.
    ("ROPA102", "activities.privacyverzoeken.purposes.3.legal_bases.1"),
    ("ROPA102", "general.1"),
    ("ROPA108", "activities.direct-marketing.purposes.6.legal_bases.1"),
    # "By using the service you consent."
    ("ROPA109", "general.1.legal_bases.1"),
    # Behaviour on the website, the newsletter, the advertising brochure and personal services on the contract.
    ("ROPA110", "activities.website.purposes.2.legal_bases.1"),
    ("ROPA110", "activities.nieuwsbrief.purposes.1.legal_bases.1"),
    ("ROPA110", "activities.direct-marketing.purposes.5.legal_bases.1"),
    ("ROPA110", "activities.zakelijke-relaties.purposes.4.legal_bases.1"),
    ("ROPA115", "activities.website.purposes.4"),
    ("ROPA115", "general.1"),
    ("ROPA117", "general.1"),
    # The brochure on the contract, all direct marketing on explicit consent.
    ("ROPA118", "activities.nieuwsbrief.purposes.1"),
    # National number, household and bank account of candidates.
    ("ROPA120", "activities.aanwerving"),
    ("ROPA121", "activities.direct-marketing.commitments.1"),
    ("ROPA123", "activities.nieuwsbrief"),
    ("ROPA123", "activities.direct-marketing"),
    ("ROPA123", "general.1"),
    ("ROPA124", "activities.aanwerving"),
}
WOLQ = {
    # Named in the text, and under none of its grounds.
    ("ROPA100", "activities.gerichte-advertenties.purposes.1"),
    ("ROPA100", "activities.interne-rapportages"),
    # Obligations without a law; that the tax authority obliges is no law either.
    ("ROPA102", "activities.abonnementen.purposes.2.legal_bases.1"),
    ("ROPA102", "activities.fraude"),
    ("ROPA102", "activities.administratie.purposes.1.legal_bases.1"),
    ("ROPA102", "general.1.legal_bases.1"),
    ("ROPA104", "interests.persoonlijke-service"),
    # The newsletter stands under both.
    ("ROPA112", "activities.nieuwsbrief-en-e-mail.purposes.1"),
    # "Actions", "social media", "e-mail", "visit" say what, not what for.
    ("ROPA115", "activities.websitebezoek.purposes.1"),
    ("ROPA115", "activities.portals.purposes.1"),
    ("ROPA115", "activities.nieuwsbrief-en-e-mail.purposes.2"),
    ("ROPA115", "activities.acties.purposes.1"),
    ("ROPA115", "activities.sociale-media.purposes.1"),
    ("ROPA115", "activities.interne-rapportages"),
    # "Only where really necessary for our services", and then advertising agencies.
    ("ROPA121", "general.1.commitments.1"),
    # "Customer data".
    ("ROPA122", "activities.fraude.personal_data.1"),
    ("ROPA122", "activities.klantaccounts.personal_data.2"),
    ("ROPA124", "activities.persoonlijk-advies"),
    ("ROPA124", "activities.gerichte-advertenties"),
    # The service desk stands under the contract and under the interest.
    ("ROPA235", "activities.klantenservice.purposes.1"),
}
BAKERY = {
    # The interest in cameras is told, not weighed; where the consent to be asked again is kept is not said.
    ("ROPA104", "interests.veilige-winkel"),
    ("ROPA108", "activities.sollicitaties.purposes.2.legal_bases.1"),
}


@pytest.mark.parametrize(
    ("name", "on", "expected"),
    [
        ("qlix", date(2018, 9, 30), QLIX),
        ("qlix", TODAY, QLIX),
        ("qlinx", date(2018, 5, 25), QLINX),
        ("qlinx", TODAY, QLINX),
        ("qooqie", TODAY, QOOQIE),
        ("proximus-ict", TODAY, PROXIMUS),
        ("wolq", TODAY, WOLQ),
        ("bakery", TODAY, BAKERY),
    ],
)
def test_findings(name: str, on: date, expected: set[tuple[str, str]]) -> None:
    """These and no others, each once."""
    assert sorted(places("principles", name, on)) == sorted(expected)
