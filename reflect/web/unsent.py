"""What a browser keeps until the server has it: sealed, and only its owner's pages get the key."""

import base64
from dataclasses import dataclass, field
from typing import Self

from flask import request

from reflect.records import responses
from reflect.records.responses import Sheet
from reflect.web.seen import Seen


@dataclass(frozen=True, slots=True)
class Unsent:
    """What the script of a page needs to find what was not sent, and to open it.

    The key is made from that of the response, so it opens no more once the response is erased.
    """

    response: str
    key: str = field(repr=False)  # base64 of 32 bytes
    after: str  # the name of the page that was sent, when this is the answer to it

    @classmethod
    def of(cls, sheet: Sheet) -> Self:
        """For a page of this response, drawn for its owner."""
        key = base64.b64encode(responses.unsent(sheet.secret)).decode()
        after = Seen.of(request.form).page if request.method == "POST" else ""
        return cls(sheet.response.id, key, after)
