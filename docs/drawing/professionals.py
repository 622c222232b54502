"""What professionals see, on a phone: two screens beside each other."""

from PIL import Image
from playwright.sync_api import Page

from drawing.album import beside, picture
from drawing.studio import Studio, screen

SAVED = "**/answers"  # where each answer goes as soon as it is given


@picture("joining")
def joining(studio: Studio) -> Image.Image:
    """The first page, and the page behind a group code: the choice."""
    page = studio.page()
    page.get_by_label("Groepscode").fill(studio.world.join_code("autumn"))
    start = screen(page)
    page.get_by_role("button", name="Ga naar mijn groep").click()
    return beside(start, screen(page, page.get_by_text("Tot nu toe deden")))


@picture("code")
def code(studio: Studio) -> Image.Image:
    """The personal code, and what comes after it."""
    page = studio.page(path=f"/join/{studio.world.join_code('autumn')}")
    page.get_by_label("Ja, mijn antwoorden tellen mee").check()
    page.get_by_role("button", name="Doe mee").click()
    shown = screen(page)
    page.get_by_text("Ik heb mijn code bewaard").click()
    return beside(shown, screen(page))


@picture("filling-in")
def filling_in(studio: Studio) -> Image.Image:
    """A section with answers that are saved, and the same without a connection."""
    page = studio.page("filling in", f"/reflections/{studio.world.responses['filling in']}/plan")
    for question, point in ((0, 3), (1, 2)):
        with page.expect_response(SAVED):
            _choose(page, question, point)
    page.get_by_text("Bewaard om").first.wait_for()
    saved = screen(page, page.locator("fieldset").first)
    page.context.set_offline(True)
    _choose(page, 2, 4)
    page.get_by_text("Geen verbinding").first.wait_for()
    return beside(saved, screen(page, page.locator("fieldset").nth(2)))


@picture("sending")
def sending(studio: Studio) -> Image.Image:
    """What was skipped, and the report that comes of sending it in."""
    page = studio.page("sending", f"/reflections/{studio.world.responses['sending']}/review")
    review = screen(page, page.get_by_role("link", name="Opschalen"))
    page.get_by_role("button", name="Verstuur").click()
    return beside(review, screen(page))


@picture("reading")
def reading(studio: Studio) -> Image.Image:
    """The profile in the report, and one domain of it."""
    page = studio.page("looking back", f"/reflections/{studio.world.responses['second']}/report")
    profile = screen(page, page.get_by_role("heading", name="Je profiel"))
    domain = page.get_by_text("Domein 2 van")
    return beside(profile, screen(page, domain))


@picture("looking-back")
def looking_back(studio: Studio) -> Image.Image:
    """Then and now, and goals."""
    page = studio.page("looking back", "/compare/onveiligheid-opheffen")
    change = screen(page, page.get_by_role("heading", name="Verandering"))
    page.goto(f"/reflections/{studio.world.responses['second']}/goals")
    return beside(change, screen(page, page.get_by_role("heading", name="Terugkijken")))


@picture("account")
def account(studio: Studio) -> Image.Image:
    """Taking everything along, and erasing."""
    page = studio.page("looking back", "/account")
    take = screen(page, page.get_by_role("heading", name="Neem alles mee"))
    page.get_by_role("link", name="Wis alles").click()
    return beside(take, screen(page))


def _choose(page: Page, question: int, point: int) -> None:
    page.locator("fieldset").nth(question).locator("input[type=radio]").nth(point).check()
