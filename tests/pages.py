"""A page as its reader meets it: by heading, label, error and button."""

from urllib.parse import urldefrag, urljoin

from bs4 import BeautifulSoup


class Page:
    """The page a client got, and what can be done on it. Redirects are followed."""

    def __init__(self, client, response):
        self.client = client
        self.response = response
        self.html = BeautifulSoup(response.get_data(as_text=True), "html.parser")

    @classmethod
    def at(cls, client, path):
        return cls(client, client.get(path, follow_redirects=True))

    @property
    def status(self) -> int:
        return self.response.status_code

    @property
    def path(self) -> str:
        return self.response.request.path

    @property
    def heading(self) -> str:
        return " ".join(self.html.h1.get_text().split())

    @property
    def text(self) -> str:
        return " ".join(self.html.get_text(" ").split())

    @property
    def errors(self) -> list[str]:
        summary = self.html.select_one(".error-summary")
        return [link.get_text(strip=True) for link in summary.find_all("a")] if summary else []

    def field(self, label: str):
        """The field under a label; labels that hold their field, too."""
        for tag in self.html.find_all("label"):
            if label in " ".join(tag.get_text().split()):
                found = tag.find(["input", "textarea", "select"])
                return found or self.html.find(id=tag["for"])
        raise AssertionError(f"no field {label!r} in: {self.text[:500]}")

    def follow(self, words: str) -> "Page":
        """Click the link with these words."""
        links = [(" ".join(link.get_text().split()), link) for link in self.html.find_all("a")]
        exact = [link for text, link in links if text == words]
        for link in exact or [link for text, link in links if words in text]:
            return Page.at(self.client, urljoin(self.path, link["href"]))
        raise AssertionError(f"no link {words!r} in: {self.text[:500]}")

    def send(self, button: str, **fields) -> "Page":
        """Fill in fields by name (None leaves one out) and press a button by its words."""
        pressed = self._button(button)
        form = self._form(pressed)
        sent = self._filled(form)
        if pressed.get("name"):
            sent[pressed["name"]] = pressed.get("value", "")
        sent |= fields
        sent = {name: value for name, value in sent.items() if value is not None}
        action = pressed.get("formaction") or form.get("action") or ""
        path = urldefrag(urljoin(self.path, action)).url
        if form.get("method", "get").lower() == "get":
            return Page.at(self.client, path)
        return Page(self.client, self.client.post(path, data=sent, follow_redirects=True))

    def _button(self, words: str):
        for button in self.html.find_all("button"):
            if words in " ".join(button.get_text().split()):
                return button
        raise AssertionError(f"no button {words!r} in: {self.text[:500]}")

    def _form(self, pressed):
        """The form that a button sends: the one around it, or the one that it names."""
        named = pressed.get("form")
        return self.html.find(id=named) if named else pressed.find_parent("form")

    def _filled(self, form) -> dict:
        """What the form would send as it stands."""
        sent: dict = {}
        for field in form.find_all(["input", "textarea", "select"]):
            name, kind = field.get("name"), field.get("type", "text")
            if not name or (kind in ("radio", "checkbox") and not field.has_attr("checked")):
                continue
            if field.name == "textarea":
                sent[name] = field.get_text().removeprefix("\n")
            elif field.name == "select":
                chosen = field.find("option", selected=True)
                sent[name] = chosen["value"] if chosen else ""
            else:
                sent[name] = field.get("value", "")
        return sent
