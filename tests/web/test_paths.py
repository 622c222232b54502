"""Where an address from outside may lead, and what is an id."""

import pytest

from reflect.web.paths import local

STAYS = ("/", "/reflections", "/reflections/x?said=again#y", "/a//b", "/%2F%2Fevil.example")


ELSEWHERE = (
    *("", "x", "x/y", ".", "..", "../x", "@evil.example", ".evil.example", "?x", "#x", "*"),
    *("evil.example", "evil.example/x", "www.evil.example", "127.0.0.1:8000.evil.example"),
    *("//evil.example", "///evil.example", "////evil.example", "//evil.example/..", "//", "//@"),
    *("//evil.example:80", "//user@evil.example", "//127.0.0.1@evil.example", "//[::1]", "//e%2F"),
    *("/\\evil.example", "\\\\evil.example", "\\/evil.example", "/\\/evil.example", "\\", "/x\\y"),
    *("https://evil.example", "https:evil.example", "https:/evil.example", "https:///evil.example"),
    *("HTTPS://evil.example", "http:\\\\evil.example", "ht\ntps://evil.example", "://evil.example"),
    *("http://127.0.0.1:8000@evil.example", "http://127.0.0.1:8000/", "ftp://evil.example", "x:y"),
    *(
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java\tscript:alert(1)",
        "vbscript:x",
        "blob:x",
    ),
    *("data:text/html,x", "file:///etc/passwd", "mailto:x@evil.example", "view-source:x"),
    *("/\t/evil.example", "/\n/evil.example", "/\r\nSet-Cookie: x", "\0/x", "/\0/evil.example"),
    *(" //evil.example", "\t//evil.example", " /x", "/\x7f", "/\x1b[31m", "%2F%2Fevil.example"),
    *(
        "/\u2028x",
        "/é",
        "/\ud800",
        "/\uff0fevil.example",
        "\uff0f\uff0fevil.example",
        "/\u3002",
        "/\u202ex",
    ),
)


@pytest.mark.parametrize("path", STAYS)
def test_a_path_of_this_site_is_followed(path):
    assert local(path) == path


@pytest.mark.parametrize("path", ELSEWHERE)
def test_a_path_that_might_lead_elsewhere_leads_home(path):
    assert local(path) == "/"
    assert local(path, "/reflections") == "/reflections"


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("ending", ["x", "0" * 21, "0" * 23, "%00" * 22, "0" * 21 + "é", "answers"])
def test_what_cannot_be_an_id_is_no_address(client, ending):
    assert client.get(f"/reflections/{ending}").status_code == 404


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize("path", ["//evil.example/", "/join//evil.example", "/privacy/"])
def test_an_address_with_too_many_slashes_leads_nowhere(client, path):
    answer = client.get("/", environ_overrides={"PATH_INFO": path})
    assert (answer.status_code, answer.location) == (404, None)
