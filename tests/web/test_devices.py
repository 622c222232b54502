"""A device is told apart coarsely: by the names of browser and system, and no version."""

import pytest

from reflect.web.devices import looks

SAFARI = "AppleWebKit/605.1 Version/18.0 Safari/604.1"
CHROME = "AppleWebKit/537.36 Chrome/140.0 Safari/537.36"


@pytest.mark.parametrize(
    ("agent", "browser", "system"),
    [
        (f"(Windows NT 10.0; Win64; x64) {CHROME} Edg/140.0", "Edge", "Windows"),
        (f"(Linux; Android 15; K) {CHROME}", "Chrome", "Android"),
        (f"(iPhone; CPU iPhone OS 18_0 like Mac OS X) {SAFARI}", "Safari", "iPhone"),
        (f"(Macintosh; Intel Mac OS X 10_15) {SAFARI}", "Safari", "Mac"),
        ("(X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox", "Linux"),
        ("curl/8.0", "", ""),
    ],
)
def test_browser_and_system_are_known_by_name(agent, browser, system):
    assert looks(f"Mozilla/5.0 {agent}") == {"browser": browser, "system": system}
