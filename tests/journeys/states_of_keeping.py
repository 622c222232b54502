"""The states of a section while its answers are kept, or not: saved, refused, carried."""

from playwright.sync_api import expect

from tests.journeys.scene import HALF_AN_HOUR, Scene, shows
from tests.journeys.states_of_reflections import WORDS, section


@shows("reflections.answers", "kept")
def kept(scene: Scene) -> None:
    section(scene)
    scene.page.locator("#q_a1").check()
    expect(scene.page.locator(".saved")).to_contain_text("Bewaard om")


@shows("reflections.answers", "after the session")
def signed_out(scene: Scene) -> None:
    section(scene)
    scene.clock.forward(**HALF_AN_HOUR)
    scene.page.locator("#q_a1").check()
    expect(scene.page.locator(".saved")).to_contain_text("niet meer ingelogd")


@shows("reflections.section", "with a text that is too long", 400)
def too_long(scene: Scene) -> None:
    section(scene)
    scene.page.locator("textarea").first.fill("lang " * 500)
    scene.press("Bewaar en ga verder")


@shows("reflections.section", "with two answers to one question", 409)
def conflict(scene: Scene) -> None:
    someone, response = scene.response({"a1": 2})
    scene.go(f"/reflections/{response}/signalen")
    scene.world.answer(someone.me, response, {"a1": 3})
    scene.page.locator("#q_a1").check()
    expect(scene.page.locator(".saved")).to_contain_text("ergens anders veranderd")
    scene.press("Bewaar en ga verder")
    expect(scene.page.locator("#q_a1-error")).to_be_visible()


@shows("reflections.section", "from an earlier session", 400)
def old_page(scene: Scene) -> None:
    someone, response = scene.response()
    scene.go(f"/reflections/{response}/signalen")
    scene.device.carry(scene.world.session(someone.me))
    scene.page.locator("textarea").first.fill(WORDS)
    scene.press("Bewaar en ga verder")


@shows("reflections.section", "after the session: sign in, nothing is lost", 401)
def carried(scene: Scene) -> str:
    someone, response = scene.response()
    scene.go(f"/reflections/{response}/signalen")
    scene.clock.forward(**HALF_AN_HOUR)
    scene.page.locator("textarea").first.fill(WORDS)
    scene.press("Bewaar en ga verder")
    return someone.code


@shows("account.sign_in", "with what was typed given back")
def given_back(scene: Scene) -> None:
    code = carried(scene)
    scene.page.get_by_label("Persoonlijke code").fill(code)
    scene.press("Ga verder")
