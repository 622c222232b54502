"""What somebody does on a page with a pointer and a keyboard."""

import re
from io import BytesIO
from urllib.parse import parse_qs

from pypdf import PdfReader

from tests.web.training import PASSWORD


def enter(world, page, email="trainer@example.org") -> None:
    """Sign in as a member of staff does: a password, and a code."""
    page.goto("/staff/sign-in")
    page.get_by_label("E-mailadres").fill(email)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    page.get_by_label("Code uit je authenticator").fill(world.code(email))
    page.get_by_role("button", name="Ga verder").click()


def pick(page, question: str, words: str) -> None:
    """Choose an answer as a reader does: by the words of the question and of the answer."""
    group = page.get_by_role("radiogroup", name=question)
    group.get_by_role("radio", name=words, exact=True).click()


def go_on(page, words="Bewaar en ga verder") -> None:
    page.get_by_role("button", name=words, exact=True).locator("visible=true").click()


def is_kept(answer, text: str) -> bool:
    """Whether this is the server's word that it holds all of the text."""
    sent = parse_qs(answer.request.post_data or "")
    return answer.status == 200 and answer.url.endswith("/answers") and [text] in sent.values()


def paper(page, button: str, label: str, name: str) -> str:
    """The words of the report that is downloaded with a name on its cover."""
    page.get_by_label(label).fill(name)
    with page.expect_download() as waiting:
        page.get_by_role("button", name=button).click()
    assert re.fullmatch(r"[a-z-]+[0-9-]*\.pdf", waiting.value.suggested_filename)
    pages = PdfReader(BytesIO(waiting.value.path().read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())
