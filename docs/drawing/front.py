"""The pictures on the front page of the repository."""

from PIL import Image

from drawing.album import picture
from drawing.studio import PAPER, Studio, part, screen


@picture("section")
def section(studio: Studio) -> Image.Image:
    """A section with two answers given."""
    page = studio.page(
        "of the front page",
        f"/reflections/{studio.world.responses['of the front page']}/ouders",
        PAPER,
    )
    for question, point in ((0, 3), (1, 2)):
        with page.expect_response("**/answers"):  # it is kept, and the page says so
            page.locator("fieldset").nth(question).locator("input[type=radio]").nth(point).check()
    page.get_by_text("Bewaard om").first.wait_for()
    page.evaluate("scrollTo(0, 0)")
    return screen(page)


@picture("group")
def group(studio: Studio) -> Image.Image:
    """The picture of a closed group, as its trainer sees it."""
    page = studio.trainer(f"/moments/{studio.world.moment('spring')}", PAPER)
    return part(page, "main h1", "#domains figure")
