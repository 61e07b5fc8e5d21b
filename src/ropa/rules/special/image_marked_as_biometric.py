"""Images are marked as biometric data."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ropa.law import Certainty, Duty, SpecialCategory
from ropa.model import Register
from ropa.rules.controlled import controlled, item_of
from ropa.rules.naming import named
from ropa.rules.rule import Place, rule

IMAGES = ("photo", "camera-images", "video-recording", "audio-recording", "signature", "call-recording")
TECHNIQUES = ("facial-recognition", "voice-recognition", "biometric-data")


@rule(
    "ROPA138",
    article="9(1)",
    duty=Duty.GOOD_PRACTICE,
    certainty=Certainty.LIKELY,
    theme="special",
    profile="accountability",
)
def image_marked_as_biometric(register: Register, on: date) -> Iterator[Place]:
    """Images or recordings are marked as biometric data, and no technique that identifies a person by them is recorded.

    Flagged:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: cameras, personal_data: {kind: camera-images, special: biometric-data}}]
    ```

    Accepted:

    ```yaml
    ropa: 1
    holder: bakery
    parties: [{key: bakery}]
    activities: [{key: cameras, personal_data: [{kind: camera-images, special: biometric-data}, facial-recognition]}]
    ```
    """
    for one in controlled(register, on).activities:
        items = [(at, item_of(at)) for at in one.items]
        if any(item.kind in TECHNIQUES for _, item in items):
            continue
        for at, item in items:
            if item.kind in IMAGES and item.special == SpecialCategory.BIOMETRIC_DATA:
                yield Place(at.path, {"item": named(register, [item.kind], "personal-data")})
