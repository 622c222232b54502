"""A browser that is watched: whatever a page does that it may not is written down."""

import shutil

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response

WORDS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 5000  # milliseconds that anything on a page may take
# Said by the browser of every page with such a status, and no fault of the page.
OF_A_STATUS = "Failed to load resource: the server responded with a status of 4"
OF_A_FAULT = "Failed to load resource: the server responded with a status of 5"
OF_NO_CONNECTION = "Failed to load resource: net::ERR_INTERNET_DISCONNECTED"
TELL = """document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));"""


def chromium() -> str | None:
    """The browser of this machine, if it has one."""
    return shutil.which("chromium")


class Device:
    """Somebody's browser, with its own cookies; `page` is its one tab."""

    def __init__(self, browser: Browser, url: str, **wishes):
        self.url = url
        self.troubles: list[str] = []
        self.status = 0  # of the page that came last
        wishes = {"locale": "nl-NL", "viewport": {"width": 1280, "height": 900}} | wishes
        self.context: BrowserContext = browser.new_context(base_url=url, **wishes)
        self.context.set_default_timeout(PATIENCE)
        self.context.add_init_script(TELL)
        self.context.on("request", self._asked)
        self.context.on("response", self._answered)
        self.context.on("console", self._said)
        self.context.on("weberror", lambda error: self.troubles.append(f"script: {error.error}"))
        self.page: Page = self.context.new_page()

    def carry(self, token: str) -> None:
        """Be the one to whom this session belongs."""
        self.context.add_cookies([{"name": "session", "value": token, "url": self.url}])

    def close(self) -> None:
        """Away, and nothing happened that may not happen."""
        self.context.close()
        assert not self.troubles, self.troubles

    def _asked(self, request: Request) -> None:
        if not request.url.startswith((f"{self.url}/", "blob:")):
            self.troubles.append(f"asked elsewhere: {request.url}")

    def _answered(self, response: Response) -> None:
        kind = response.request.resource_type
        if kind == "document":
            self.status = response.status
        is_file = kind not in ("document", "fetch")
        if response.status >= 400 and is_file:
            self.troubles.append(f"{response.status}: {response.url}")

    def _said(self, message: ConsoleMessage) -> None:
        usual = message.text.startswith((OF_A_STATUS, OF_A_FAULT, OF_NO_CONNECTION))
        if message.type in ("error", "warning") and not usual:
            self.troubles.append(message.text)
