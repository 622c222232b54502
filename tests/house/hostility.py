"""Hostile requests: to every route as everybody, made by chance and by the same chance again."""

import re
from dataclasses import dataclass
from urllib.parse import quote

BOMB = b"[" * 100_000
STRINGS = (
    "",
    "\0",
    "a\0b",
    "\ud800",  # half a character
    "\u202egnp.exe",  # read from the right
    "9" * 400,
    "-1",
    "1e999",
    "\u0663",  # a digit, elsewhere
    "' OR 1=1 --",
    "{{ 7 * 7 }}{% raw %}%s%n{0}",
    "<script>alert(1)</script>",
    "\r\nSet-Cookie: hostile=1",
    "../../../etc/passwd",
    "//hostile.example",
    "\N{WOMAN}\N{ZERO WIDTH JOINER}" * 50,
    "\ufffe\uffff",
    "é" * 3000,
)
PLAIN = ("yes", "no", "4", "nl", "on", "2099-01-01", "1", "na", "x@hostile.example")
FORM = "application/x-www-form-urlencoded"
PARTS = "multipart/form-data; boundary=x"
PART = b'--x\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n4'
RAW = (  # what no page of ours sends
    (b"q_a1=%ff%fe&seen=%c3%28&csrf_token=%80", FORM),
    (b"&&&=&q_a1&=x&seen=1&seen=2&seen[]=3", FORM),
    (b"q_a1=4", f"{FORM}; charset=utf-16"),
    (b"x=" + b"x" * 300_000, FORM),
    (b"&".join(b"x=%d" % n for n in range(2000)), FORM),
    (PART % (b"q_a1", b""), PARTS),
    (PART % (b"q_a1", b'; filename="x"') + b"\r\n--x--\r\n", PARTS),
    (PART % (b"file", b'; filename="\xff\0.json"') + b"\r\n--x--\r\n", PARTS),
    ((PART % (b"x", b"") + b"\r\n") * 1200 + b"--x--\r\n", PARTS),
    (b"--x\r\n" * 500, PARTS),
    (b"", "multipart/form-data"),
    (b'{"q_a1": [[[[]]]], "code": {}, "code": {}, "question": 7}', "application/json"),
    (BOMB, "application/json"),
    (b"{", "application/json"),
    (b"\xff\xfe\x00\x01", "text/plain; charset=nonsense"),
    (b"\x1f\x8b\x08\x00", "application/octet-stream"),
)
VALUES = ("\x80\xff", "9" * 4000, "=;=;,", "nl;q=nan,en;q=1e999", '"', "null", "", "a,b;c=d")
HEADERS = (
    *("Accept-Language", "Cookie", "Origin", "Referer", "Sec-Fetch-Site", "Host", "Range"),
    *("If-None-Match", "If-Modified-Since", "Content-Length", "Content-Type", "Transfer-Encoding"),
    *("X-Forwarded-For", "X-Forwarded-Host", "X-HTTP-Method-Override", "Accept", "Authorization"),
)
METHODS = ("PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "HOSTILE")
NAME = re.compile(r'\bname="([^"]{1,60})"')
PLACE = re.compile(r"<(?:[a-z]+:)?([a-z_]+)>")
OFTEN = 4  # times as often as by who may not
FITTING = 0.8  # of the forms have fields of the pages they are sent to


@dataclass(frozen=True)
class Attempt:
    """A request that somebody makes."""

    endpoint: str
    who: str
    method: str
    path: str
    headers: dict[str, str]
    body: bytes | None = None
    kind: str | None = None


class Hostility:
    """Requests without end; it learns from pages what the fields of forms are called.

    chance: a Random; who: names, and for each the endpoints that are for them; places: of an
    endpoint, what can stand in its address.
    """

    def __init__(self, chance, rules, who, places):
        self.chance, self.who, self.places = chance, who, places
        self.asked = [
            (rule, method) for rule in rules for method in sorted(rule.methods & {"GET", "POST"})
        ]
        self.fields = {"": ["csrf_token", "seen", "question", "clear", "carried", "code", "next"]}

    def learn(self, endpoint: str, page: str) -> None:
        """The fields of a page are tried from now on, mostly on the pages that belong to it."""
        for room in ("", _room(endpoint)):
            known = self.fields.setdefault(room, [])
            known += sorted(set(NAME.findall(page)) - set(known))

    def attempts(self):
        """Each route and method as everybody, in another order each time; more as who may ask."""
        while True:
            every = [
                (who, rule, method)
                for who, theirs in self.who.items()
                for rule, method in self.asked
                for _ in range(OFTEN if rule.endpoint in theirs else 1)
            ]
            self.chance.shuffle(every)
            for who, rule, method in every:
                yield self._attempt(who, rule, method)

    def _attempt(self, who, rule, method) -> Attempt:
        path = self._path(rule)
        method = self._seldom(METHODS) or method
        name, value = self.chance.choice(HEADERS), self.chance.choice(VALUES)
        headers = {name: value} if self.chance.random() < 0.15 else {}
        if method in ("GET", "HEAD", "OPTIONS", "TRACE"):
            return Attempt(rule.endpoint, who, method, path, headers)
        body, kind = self._seldom(RAW, 0.25) or (None, FORM)  # None: a form, with a token
        return Attempt(rule.endpoint, who, method, path, headers, body, kind)

    def _path(self, rule) -> str:
        """Mostly of what is there, be it another's; else of what no id can be."""
        known = self.chance.choice(self.places(rule.endpoint))
        nasty = self._seldom(STRINGS, 0.2)
        put = nasty if nasty is None else encoded(nasty)
        path = PLACE.sub(lambda at: str(known[at[1]]) if put is None else put, rule.rule)
        query = self._seldom(STRINGS)
        return path if query is None else f"{path}?said={encoded(query)}&{encoded(query)}"

    def form(self, endpoint: str, token: str) -> bytes:
        """A form of ours: some fields, now and then twice, with what nobody would type or might."""
        known = self.fields.get(_room(endpoint)) if self.chance.random() < FITTING else None
        names = self.chance.choices(known or self.fields[""], k=self.chance.randint(0, 12))
        return "&".join([f"csrf_token={token}", *map(self._field, names)]).encode()

    def _field(self, name: str) -> str:
        values = self.chance.choice((STRINGS, PLAIN))
        return f"{encoded(name)}={encoded(self.chance.choice(values))}"

    def _seldom(self, what, share=0.08):
        return self.chance.choice(what) if self.chance.random() < share else None


def _room(endpoint: str) -> str:
    return endpoint.partition(".")[0]


def encoded(text: str) -> str:
    """It as it stands in an address or a form."""
    return quote(text.encode("utf-8", "surrogatepass"), safe="")
