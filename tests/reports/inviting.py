"""An invitation to a group, whatever its name."""

import datetime as dt

from reflect.language import language
from reflect.reports.invitation import Invitation

LINK = "https://reflect.example/join/7K3M-9QRT"


def to(group="Voorjaar", code="nl"):
    return Invitation(
        group=group,
        subject="Onveiligheid opheffen",
        code="7K3M-9QRT",
        link=LINK,
        home="https://reflect.example",
        floor=5,
        t=language(code),
        day=dt.date(2026, 11, 21),
    )
