"""The manifest of what was exported: written beside the files, and held against them later."""

from ropa.formats.manifest.record import (
    NAME as NAME,
    Input as Input,
    Manifest as Manifest,
    Output as Output,
    inputs as inputs,
    made_with as made_with,
    mark as mark,
    parsed as parsed,
)
from ropa.formats.manifest.verify import (
    Held as Held,
    State as State,
    Verified as Verified,
    verify as verify,
)
