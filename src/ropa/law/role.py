"""What a recipient can be in a flow."""

from ropa.law.provided import Provided


class Role(Provided):
    """What the recipient of a flow is *there*. Roles lie on flows, never on organisations.

    `authority-inquiry` are public authorities receiving data in a particular inquiry, which Article 4(9) does
    not count as recipients; `own-staff` are persons under the direct authority of the sender, which Article
    4(10) does not count as third parties. Both are shown apart.

    >>> Role("processor").provision
    '4(8)'
    """

    PROCESSOR = "processor", "4(8)"
    CONTROLLER = "controller", "4(7)"
    JOINT_CONTROLLER = "joint-controller", "26"
    AUTHORITY_INQUIRY = "authority-inquiry", "4(9)"
    OWN_STAFF = "own-staff", "4(10)"
