"""Hands on a keyboard: somebody who uses Tab, arrows, Space and Enter, and nothing else."""

from playwright.sync_api import Page

# The parts of a date are the browser's own, and so is the ring around each of them.
FOCUSED = """() => {
  const one = document.activeElement, style = getComputedStyle(one);
  const words = one.labels?.[0]?.innerText || one.ariaLabel || one.innerText || "";
  return { words: words.trim().split(/\\s+/).join(" "), name: one.name || "", tag: one.tagName,
    visible: one.type === "date" ||
      (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) };
}"""
MOST_STOPS = 150


class Keys:
    """A page, and the keys that are pressed on it."""

    def __init__(self, page: Page):
        self.page = page

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def write(self, words: str) -> None:
        self.page.keyboard.type(words)

    def to(self, words: str = "", name: str = "") -> None:
        """Tab on until the focus is where it should be; it can be seen at every stop."""
        for _ in range(MOST_STOPS):
            self.press("Tab")
            at = self.page.evaluate(FOCUSED)
            if at["tag"] == "BODY":  # past the end: around again
                continue
            assert at["visible"], f"the focus cannot be seen at {at}"
            if (name and at["name"] == name) or (words and words in at["words"]):
                return
        raise AssertionError(f"no key leads to {words or name} on {self.page.url}")

    def on(self, words: str) -> None:
        """Press what says this, and wait for the page that follows."""
        self.to(words)
        with self.page.expect_navigation():
            self.press("Enter")
