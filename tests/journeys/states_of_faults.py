"""The states in which something goes wrong, and what is no page at all."""

import pytest
from sqlalchemy.exc import OperationalError
from werkzeug.exceptions import TooManyRequests

from reflect.records.sealing import Unreadable
from tests.journeys.scene import Scene, shows


@shows("start.join", "that nobody knows", 404)
def missing(scene: Scene) -> None:
    scene.go("/join/AAAA-AAAA")


@shows("groups.renew_code", "from an earlier session", 400)
def unreadable_form(scene: Scene) -> None:
    trainer = scene.trainer()
    group, _ = scene.group(trainer)
    scene.go(f"/groups/{group}").get_by_text("Code vernieuwen of stoppen").click()
    scene.device.carry(scene.world.staff_session(trainer))
    scene.press("Maak een nieuwe code")


@shows("account.sign_in", "asked for by another site", 403)
def foreign(scene: Scene) -> None:
    scene.go("about:blank").set_content(
        f'<form method="post" action="{scene.device.url}/account/sign-in"><button>x</button></form>'
    )
    with scene.page.expect_navigation():
        scene.page.get_by_role("button").click()


@shows("reflections.section", "with more than fits", 413)
def too_much(scene: Scene) -> None:
    _, response = scene.response()
    scene.go(f"/reflections/{response}/signalen")
    scene.page.route("**/answers", lambda route: route.fulfill(status=503))
    scene.page.locator("textarea").first.fill("lang " * 60_000)
    scene.press("Bewaar en ga verder")
    scene.page.unroute("**/answers")


def broken(scene: Scene, fault: Exception) -> None:
    """A page behind which something breaks."""

    def fail():
        raise fault

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(scene.world.app.view_functions, "start.privacy", fail)
        scene.go("/privacy")


@shows("start.privacy", "broken by something that nobody foresaw", 500)
def unforeseen(scene: Scene) -> None:
    broken(scene, RuntimeError())


@shows("start.privacy", "with a database that is busy", 503)
def busy(scene: Scene) -> None:
    broken(scene, OperationalError("", {}, OSError()))


@shows("start.privacy", "with something sealed that does not open", 409)
def unreadable(scene: Scene) -> None:
    broken(scene, Unreadable())


@shows("start.privacy", "asked for too often", 429)
def too_often(scene: Scene) -> None:
    broken(scene, TooManyRequests())


@shows("start.language", "asked for as a page", 405)
def not_a_page(scene: Scene) -> None:
    scene.go("/language")


@shows("health.live", "alive", is_page=False)
def live(scene: Scene) -> None:
    assert "live" in scene.go("/health/live").inner_text("body")


@shows("health.ready", "ready", is_page=False)
def ready(scene: Scene) -> None:
    assert "ready" in scene.go("/health/ready").inner_text("body")


@shows("metrics.page", "that nobody wished", 404)
def unwatched(scene: Scene) -> None:
    scene.go("/metrics")


@shows("security.contact", "of an instance with a contact", is_page=False)
def contact(scene: Scene) -> None:
    assert "mailto:" in scene.go("/.well-known/security.txt").inner_text("body")
