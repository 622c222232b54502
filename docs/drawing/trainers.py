"""What trainers see, on a desk."""

from PIL import Image

from drawing.album import above, picture, read
from drawing.studio import DESK, Studio, part
from drawing.world import NEWCOMER, PASSWORD

TITLE = "main p.above, main h1"
DAYS = ("11-1-2027", "26-2-2027", "10-9-2027")
# A date field speaks the language of the browser, and Debian's Chromium comes in English.
DUTCH = "(field, day) => { field.type = 'text'; field.value = day }"
CHARTS = 4  # of the seven domains: enough to see how it looks
PROJECTOR = {"viewport": {"width": 1120, "height": 700}}
MAILS = "an@example.org\nbo@example.org, Cor <cor@example.org>"


@picture("authenticator")
def authenticator(studio: Studio) -> Image.Image:
    """Setting up an authenticator, the first time."""
    page = studio.page(path="/staff/sign-in", device=DESK)
    page.get_by_label("E-mailadres").fill(NEWCOMER)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    return part(page, TITLE, page.get_by_role("button", name="Controleer en ga verder"))


@picture("new-group")
def new_group(studio: Studio) -> Image.Image:
    """The form for a new group, filled in."""
    page = studio.trainer("/groups/new")
    page.get_by_label("Naam van de groep").fill("SAVE-training Utrecht, voorjaar")
    page.get_by_role("radio", name="Onveiligheid opheffen").check()
    page.get_by_label("Hoeveel deelnemers").fill("12")
    for name in ("Vóór de training", "Na de training", "Later, na drie"):
        page.get_by_role("checkbox", name=name).check()
    for field, day in zip(page.locator("[name$=_deadline]").all(), DAYS, strict=True):
        field.evaluate(DUTCH, day)
    return part(page, TITLE, page.get_by_role("button", name="Maak de groep"))


@picture("open-group")
def open_group(studio: Studio) -> Image.Image:
    """A group that is going on: code, QR, and what is told of who filled in."""
    page = studio.trainer(f"/groups/{studio.world.groups['autumn']}")
    return part(page, TITLE, page.locator("section.card").filter(has_text="Eerste meting"))


@picture("on-the-wall")
def on_the_wall(studio: Studio) -> Image.Image:
    """The code of a group, large."""
    page = studio.trainer(f"/groups/{studio.world.groups['autumn']}/wall")
    return part(page, TITLE, "main a")


@picture("inviting")
def inviting(studio: Studio) -> Image.Image:
    """The mail that people would get, before it is sent."""
    page = studio.trainer(f"/groups/{studio.world.groups['autumn']}")
    page.get_by_role("link", name="Nodig uit per mail").click()
    page.get_by_label("E-mailadressen").fill(MAILS)
    page.get_by_role("button", name="Bekijk de mail").click()
    return part(page, TITLE, page.get_by_role("button", name="Stuur de mail naar mij"))


@picture("closing")
def closing(studio: Studio) -> Image.Image:
    """What closing means."""
    page = studio.trainer(f"/moments/{studio.world.moment('autumn')}/close")
    return part(page, TITLE, page.get_by_role("button", name="Ja, sluit de meting"))


@picture("withheld")
def withheld(studio: Studio) -> Image.Image:
    """A picture of few people: one domain is not told, and of one a limit alone."""
    page = studio.trainer(f"/moments/{studio.world.moment('winter')}")
    told = part(page, "#domains", "#domains figure")
    return above(told, part(page, "#withheld", "#withheld"))


@picture("then-and-now")
def then_and_now(studio: Studio) -> Image.Image:
    """What changed since the first moment."""
    page = studio.trainer(f"/moments/{studio.world.moment('spring', 2)}")
    heading = page.get_by_role("heading", name="Sinds de eerste meting")
    return part(page, heading, page.locator("figure text", has_text="Nu").nth(CHARTS - 1))


@picture("in-the-room")
def in_the_room(studio: Studio) -> Image.Image:
    """The picture of a group on a projector."""
    page = studio.trainer(f"/moments/{studio.world.moment('spring')}/present", PROJECTOR)
    chart = page.locator(".screen").filter(has=page.locator("figure")).first
    page.goto(f"{page.url}#{chart.get_attribute('id')}")
    return read(page.screenshot())


@picture("taking-along")
def taking_along(studio: Studio) -> Image.Image:
    """All that can be taken along."""
    page = studio.trainer(f"/moments/{studio.world.moment('spring')}")
    page.get_by_text("Voor een rekenblad").click()
    return part(page, "#take", page.locator("main a[href*='/export/']").last)


@picture("evaluation")
def evaluation(studio: Studio) -> Image.Image:
    """What a group thought of its training."""
    page = studio.trainer(f"/moments/{studio.world.evaluation}")
    return part(page, page.locator("#contexts"), page.locator("#contexts figure"))
