"""Parcels: plain contents that ride along in a form, sealed, and come back as they were."""

import base64
import binascii
import json
from typing import Any

from reflect.records.sealing import Place, Unreadable
from reflect.web import current


def sealed(whole: object, at: Place) -> str:
    """Plain contents, sealed so that they can ride along in a form."""
    return base64.urlsafe_b64encode(
        current.house().ring.seal(json.dumps(whole).encode(), at)
    ).decode()


def opened(carried: str, at: Place) -> Any:
    """What was sealed; None for what was not, or elsewhere, or under a key that is gone."""
    try:
        return json.loads(current.house().ring.opened(base64.urlsafe_b64decode(carried), at))
    except (binascii.Error, ValueError, Unreadable):
        return None
