"""The states of a section of which something cannot be sent for a while."""

import pytest
from playwright.sync_api import expect
from sqlalchemy.exc import OperationalError

from reflect.web import saving
from tests.journeys.scene import Scene, shows

WORDS = "Ik sprak het kind eerst alleen."


@shows("reflections.section", "without a connection")
def offline(scene: Scene) -> str:
    _, response = scene.response()
    page = scene.go(f"/reflections/{response}/signalen")
    page.once("dialog", lambda asked: asked.accept())  # when the next visit leaves this page
    page.context.set_offline(True)
    page.locator("textarea").first.fill(WORDS)
    page.locator("h1").click()
    expect(page.locator(".saved")).to_contain_text("Geen verbinding")
    page.context.set_offline(False)
    return response


@shows("reflections.section", "with what a tab that died had not sent")
def came_back(scene: Scene) -> None:
    scene.go(f"/reflections/{died(scene)}/signalen")
    expect(scene.page.get_by_text("Het staat er weer")).to_be_visible()


@shows("reflections.review", "with what was left of a section, sent after all")
def sent_after_all(scene: Scene) -> None:
    scene.go(f"/reflections/{died(scene)}/review")
    expect(scene.page.get_by_text("is nu bewaard")).to_be_visible()


def died(scene: Scene) -> str:
    """A tab that had something to send is gone; the response that it was of."""
    response = offline(scene)
    scene.page.close()
    scene.device.page = scene.device.context.new_page()
    return response


@shows("reflections.section", "with a database that takes nothing", 503)
def held(scene: Scene) -> None:
    _, response = scene.response()
    scene.go(f"/reflections/{response}/signalen")

    def full(*_):
        raise OperationalError("", {}, OSError())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(saving, "given", full)
        scene.press("Bewaar en ga verder")
