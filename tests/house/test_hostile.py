"""Whatever is sent, by whomever, to whichever address: refused or kept, and nothing breaks."""

import hmac
import re
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient

from tests.web.reflecting import SITE, somebody
from tests.web.routes import address
from tests.web.training import Training

STRINGS = (
    "\0",
    "a\0b",
    "\ud800",  # half a character
    "\u202egnp.exe",  # read from the right
    "9" * 400,
    "-1",
    "1e999",
    "' OR 1=1 --",
    "{{ 7 * 7 }}{% raw %}%s%n{0}",
    "<script>alert(1)</script>",
    "\r\nSet-Cookie: hostile=1",
    "../../../etc/passwd",
    "\N{WOMAN}\N{ZERO WIDTH JOINER}" * 50,
    "\ufffe\uffff",
)
FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data; boundary=x"
FILE = b'--x\r\nContent-Disposition: form-data; name="q_%s"; filename="x"\r\n\r\n4\r\n--x--\r\n'
RAW = (  # what no page of ours sends
    (b"q_a1=%ff%fe&seen=%c3%28&csrf_token=%80", FORM),
    (b"&&&=&q_a1&=x&seen=1&seen=2&seen[]=3", FORM),
    (b"q_a1=4", f"{FORM}; charset=utf-16"),
    (b'--x\r\nContent-Disposition: form-data; name="q_a1"\r\n\r\n4', PARTS),
    (FILE % b"a1", PARTS),
    (FILE % b"signalen-hoger", PARTS),
    (b'{"q_a1": [[[[]]]], "code": {}, "question": 7}', "application/json"),
    (b"{", "application/json"),
    (b"\x00\x01\x02", "text/plain; charset=nonsense"),
)
FIELDS = (
    *("sure", "about"),
    *("q_a1", "q_signalen-hoger", "seen", "seen_a1", "question", "clear", "carried", "code"),
    *(
        "q_what-1",
        "q_domain-1",
        "q_review-1",
        "remove",
        "group_code",
        "counts",
        "language",
        "next",
        "moment",
        "name",
        "email",
        "password",
        "cap",
    ),
)


class Quick(FlaskClient):
    """A browser that does not look at what it gets: hundreds of pages are looked at elsewhere."""

    def open(self, *args, **kw):
        kw.setdefault("base_url", SITE)
        kw.setdefault("buffered", True)  # what is sent bit by bit is taken to its end
        return super().open(*args, **kw)


@pytest.fixture
def browsers(app):
    """Nobody's, a professional's, and that of a trainer who is an administrator too."""
    app.test_client_class = Quick
    training = Training(app)
    training.group(training.trainer(role="administrator"))
    training.trainer()
    return app.test_client(), somebody(app), training.signed_in()


def encoded(text):
    return quote(text.encode("utf-8", "surrogatepass"), safe="")


def filled(browser, nasty):
    """A form of ours with the same in every field, each of them twice."""
    cookie = browser.get_cookie("session", domain="127.0.0.1")
    token = hmac.digest(cookie.value.encode(), b"csrf", "sha256").hex() if cookie else ""
    fields = "&".join(f"{name}={encoded(nasty)}" for name in FIELDS * 2)
    return f"csrf_token={token}&{fields}"


def looked_at(answer, *what):
    assert answer.status_code < 500, (answer.status_code, what)
    assert answer.headers["Cache-Control"] == "no-store", what
    assert "hostile" not in answer.headers.get("Set-Cookie", ""), what


def rules(app, method):
    every = [rule for rule in app.url_map.iter_rules() if method in rule.methods]
    return [rule for rule in every if not rule.endpoint.endswith("sign_out")]


def test_no_form_breaks_anything(app, browsers):
    nobody, noor, trainer = browsers
    for rule in rules(app, "POST"):
        begin = noor.submitted if rule.endpoint.startswith("goals.") else noor.draft
        path = address(app, rule, response_id=begin(answers={"a1": 3}))
        for turn, nasty in enumerate(STRINGS):
            for browser in (nobody, noor.browser, trainer)[: 3 if turn < 2 else 2]:
                sent = browser.post(path, data=filled(browser, nasty), content_type=FORM)
                looked_at(sent, path, nasty)
            nobody = app.test_client()  # it may have become somebody
        for body, kind in RAW:
            looked_at(noor.browser.post(path, data=body, content_type=kind), path, body)


def addresses(app, nasty):
    """Every address to look at, with the same in the place of every id and code."""
    for rule in rules(app, "GET"):
        if rule.arguments:
            yield re.sub(r"<[a-z_:]+>", lambda _: nasty, rule.rule)


def test_no_address_breaks_anything(app, browsers):
    nobody, noor, trainer = browsers
    for nasty in map(encoded, STRINGS):
        for browser in (nobody, noor.browser, trainer):
            for path in (f"/?said={nasty}&{nasty}", *addresses(app, nasty)):
                looked_at(browser.get(path), path)


def test_no_header_breaks_anything(browsers):
    _, noor, _ = browsers
    for nasty in ("\x80\xff", "9" * 4000, "=;=;,", "nl;q=nan,en;q=1e999", '"', "null"):
        for name in ("Accept-Language", "Cookie", "Origin", "Referer", "Sec-Fetch-Site", "Host"):
            looked_at(noor.browser.get("/reflections", headers={name: nasty}), name, nasty)
            looked_at(noor.browser.post("/language", headers={name: nasty}), name, nasty)
