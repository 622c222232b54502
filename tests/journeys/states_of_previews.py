"""The states of the pages on instruments, and of their previews."""

from tests.journeys.scene import Scene, shows

PREVIEW = "/questionnaires/save-begeleiding/preview"


@shows("instruments.every", "as it is")
def every(scene: Scene) -> None:
    scene.go("/instruments")


@shows("instruments.one", "with a factsheet")
def with_factsheet(scene: Scene) -> None:
    scene.go("/instruments/save-begeleiding")


@shows("instruments.one", "without a factsheet")
def without_factsheet(scene: Scene) -> None:
    scene.go("/instruments/onveiligheid-opheffen")


@shows("preview.start", "to be begun")
def start(scene: Scene) -> None:
    scene.go(PREVIEW)


@shows("preview.walk", "a section")
def section(scene: Scene) -> None:
    scene.go(PREVIEW)
    scene.press("Begin het voorbeeld")


@shows("preview.walk", "with a text that is too long", 400)
def too_long(scene: Scene) -> None:
    section(scene)
    for _ in range(6):
        scene.press("Verder")
    scene.page.locator("textarea").first.fill("x" * 2001)
    scene.press("Lees na")


@shows("preview.walk", "with something in it that cannot be read", 400)
def lost(scene: Scene) -> None:
    section(scene)
    scene.page.evaluate("document.querySelector('[name=carried]').value = 'x'")
    scene.press("Verder")


@shows("preview.walk", "the review")
def review(scene: Scene) -> None:
    section(scene)
    scene.page.get_by_label("Anders").check()
    for _ in range(6):
        scene.press("Verder")
    scene.press("Lees na")


@shows("preview.walk", "the report")
def report(scene: Scene) -> None:
    review(scene)
    scene.press("Naar het voorbeeldverslag")


@shows("preview.pdf", "taken along")
def taken_along(scene: Scene) -> None:
    report(scene)
    with scene.page.expect_download():
        scene.page.get_by_role("button", name="Download als PDF").click()
