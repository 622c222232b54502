"""The states of an administrator's pages: questionnaires, an upload, its preview, publishing."""

import json

from tests.journeys.scene import NUMBERS, Scene, shows
from tests.web.importing import HERE, a_definition


def administrator(scene: Scene) -> None:
    """An administrator who is there."""
    staff = scene.world.trainer(f"beheer{next(NUMBERS)}@example.org", role="administrator")
    scene.device.carry(scene.world.staff_session(staff))


def choose(scene: Scene, body: bytes) -> None:
    """Choose a file with this in it, and send it."""
    file = {"name": "gesprek-1.json", "mimeType": "application/json", "buffer": body}
    scene.go(f"{HERE}/import").get_by_label("Bestand").set_input_files(file)
    scene.press("Kijk het na")


def right(scene: Scene, version: int, **more) -> None:
    """Choose a file that is right, of a questionnaire that no other visit has."""
    name = f"gesprek-{next(NUMBERS)}"
    for each in range(1, version + 1):
        choose(scene, json.dumps(a_definition(each, id=name, **more)).encode())
        if each < version:
            scene.press("Publiceren")
        more |= {"minutes": 6, "text": "Ik liet stilte vallen."}


@shows("imports.every", "as it is")
def every(scene: Scene) -> None:
    administrator(scene)
    scene.go(HERE)


@shows("imports.file", "taken along", is_page=False)
def to_write_from(scene: Scene) -> None:
    every(scene)
    with scene.page.expect_download():
        scene.page.locator(f"a[href='{HERE}/save-begeleiding/1.json']").click()


@shows("imports.every", "with an upload that waits")
def waiting(scene: Scene) -> None:
    first(scene)
    scene.go(HERE)


@shows("imports.upload", "to choose a file")
def upload(scene: Scene) -> None:
    administrator(scene)
    scene.go(f"{HERE}/import")


@shows("imports.upload", "with no file chosen", 400)
def no_file(scene: Scene) -> None:
    upload(scene)
    scene.press("Kijk het na")


@shows("imports.upload", "with faults", 400)
def faulty(scene: Scene) -> None:
    administrator(scene)
    wrong = a_definition(minutes=0, kind="toets", summary={"nl": "x" * 10_001})
    choose(scene, json.dumps(wrong, indent=1).encode())


@shows("imports.upload", "with a version that is there", 400)
def taken(scene: Scene) -> None:
    administrator(scene)
    choose(scene, json.dumps(a_definition(id="save-begeleiding")).encode())


@shows("imports.staged", "a first version, with a warning")
def first(scene: Scene) -> None:
    administrator(scene)
    right(scene, 1, text='Ik liet "stilte"  vallen.')


@shows("imports.staged", "beside the version before")
def second(scene: Scene) -> None:
    administrator(scene)
    right(scene, 2)


@shows("imports.publish", "done")
def published(scene: Scene) -> None:
    second(scene)
    scene.press("Publiceren")


@shows("imports.publish", "too late", 409)
def too_late(scene: Scene) -> None:
    administrator(scene)
    name = f"gesprek-{next(NUMBERS)}"
    choose(scene, json.dumps(a_definition(id=name)).encode())
    mine = scene.page.url
    choose(scene, json.dumps(a_definition(id=name, minutes=7)).encode())
    scene.press("Publiceren")
    scene.go(mine)
    scene.press("Publiceren")


@shows("trials.start", "to be begun")
def trial(scene: Scene) -> None:
    first(scene)
    scene.page.get_by_role("link", name="Bekijk een voorbeeld").click()


@shows("trials.walk", "a section")
def section(scene: Scene) -> None:
    trial(scene)
    scene.press("Begin het voorbeeld")


@shows("trials.pdf", "taken along")
def taken_along(scene: Scene) -> None:
    section(scene)
    while not scene.page.get_by_role("button", name="Download als PDF").count():
        with scene.page.expect_navigation():
            scene.page.locator("main button.primary").first.click()
    with scene.page.expect_download():
        scene.page.get_by_role("button", name="Download als PDF").click()
