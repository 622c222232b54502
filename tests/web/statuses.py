"""What each page answers whom: its status for one's own, another's, and what is not there."""

from reflect.web.access import ROUTES, Access

ACTORS = (
    *("nobody", "person", "other person", "halfway administrator"),
    *("trainer", "other trainer", "administrator"),
)
STAFF = {"trainer", "administrator"}  # an administrator may train; no group is theirs then
OF_STAFF = {Access.TRAINER, Access.STAFF, Access.ARRIVING}
KEEPS = {  # what was typed when a session had ended
    *("reflections.section", "reflections.answers", "evaluation.fill", "goals.page"),
    "inviting.page",
}
EVERYBODYS = ("colleagues.", "organisations.")  # an administrator keeps every organisation
GONE = {"rights.end_session", "credentials.end_session", "colleagues.take"}  # in vain is well too
SENT = {"evaluation.launch": {"questionnaire": "training-evaluatie"}}  # beside the token
ELSEWHERE = {  # pages that lead on
    ("reflections.resume", "GET"): {*ACTORS},
    ("rights.erased", "GET"): {"person", "other person"},
    ("staff.sign_in", "GET"): {"trainer", "other trainer", "administrator"},
    ("authenticator.code", "GET"): {"trainer", "other trainer", "administrator"},
    ("authenticator.page", "GET"): {"halfway administrator"},
    ("authenticator.page", "POST"): {"halfway administrator"},
}
TO_AN_EMPTY_FORM = {  # where it is not 302
    200: {
        *("preview.walk", "preview.pdf", "trials.walk", "trials.pdf", "account.code", "mail.stop"),
        *("rights.download", "report.pdf", "report.sheet", "report.sheet_text"),
        *("report.conversation", "authenticator.renew", "colleagues.link"),
    },
    400: {
        *("account.sign_in", "account.group", "mail.page", "recovery.page", "recovery.check"),
        *("recovery.ask", "rights.erase_reflection", "rights.erase", "staff.sign_in"),
        *("authenticator.page", "fresh.confirm", "credentials.password", "groups.new"),
        *("plans.change", "repairs.combine", "handing.offer", "inviting.page"),
        *("evaluation.fill", "imports.upload", "colleagues.invite", "colleagues.give"),
        *("organisations.every", "organisations.rename"),
    },
    404: {  # the code, the link or the moment is missing
        *("start.find_group", "start.join", "recovery.link", "staff.welcome"),
        *("reflections.begin", "groups.open_next"),
    },
    409: {"reflections.answers"},
}
MISSING = {  # looked for by a code of nobody; and what nobody wished
    *("start.join", "recovery.link", "staff.welcome", "metrics.page"),
}


def may(access: Access, who: str) -> bool:
    """Whether a page is for them."""
    kind = who.removeprefix("other ")
    if kind in STAFF and access in OF_STAFF:
        return True
    if who == "halfway administrator" and access is Access.ARRIVING:
        return True
    return access is Access.ANYONE or access.value == kind


def door(access: Access, who: str) -> str:
    """Where somebody is sent who may not see a page, or not yet."""
    if access is Access.PERSON:
        return "/account/sign-in"
    return "/staff/code" if who == "halfway administrator" else "/staff/sign-in"


def expected(endpoint: str, method: str, who: str, *, is_somebodys: bool) -> tuple[int, ...]:
    """The status for one's own, another's, and an id of nobody; or for a page that has no id."""
    access, count = ROUTES[endpoint], 3 if is_somebodys else 1
    if not may(access, who):
        return (_refused(endpoint, method, who),) * count
    own = _shown(endpoint) if method == "GET" else _sent(endpoint, who)
    if who in ELSEWHERE.get((endpoint, method), ()):
        own = 302
    if endpoint in GONE or not is_somebodys:
        return (own,) * count
    if endpoint.startswith(EVERYBODYS):
        return own, own, 404
    return 404 if access is Access.TRAINER and who == "administrator" else own, 404, 404


def _refused(endpoint: str, method: str, who: str) -> int:
    """These pages do not exist for other staff; everybody else is asked who they are."""
    if ROUTES[endpoint] is Access.ADMINISTRATOR and who in ("trainer", "other trainer"):
        return 404
    return 401 if method == "POST" and endpoint in KEEPS else 302


def _shown(endpoint: str) -> int:
    return 404 if endpoint in MISSING else 200


def _sent(endpoint: str, who: str) -> int:
    if endpoint == "authenticator.code" and who == "halfway administrator":
        return 400
    if endpoint == "start.alone" and not who.endswith("person"):
        return 200  # a code of their own is shown first
    return next((status for status, those in TO_AN_EMPTY_FORM.items() if endpoint in those), 302)
