"""The states of a response's pages: the list, the sections, the review, the report."""

from tests.journeys.scene import Scene, shows

WORDS = "Ik sprak het kind eerst alleen."


def section(scene: Scene, name: str = "signalen", **wishes) -> str:
    """A section of somebody's response."""
    _, response = scene.response(**wishes)
    scene.go(f"/reflections/{response}/{name}")
    return response


@shows("reflections.mine", "empty")
def nothing(scene: Scene) -> None:
    scene.somebody()
    scene.go("/reflections")


@shows("reflections.mine", "with one begun, one planned and one alone")
def mine(scene: Scene) -> None:
    someone, _ = scene.response(moment=scene.group()[1], part=0.3)
    scene.world.begin(someone.me)
    scene.go("/reflections")


@shows("reflections.mine", "with one closed and one submitted")
def mine_later(scene: Scene) -> None:
    group, moment = scene.group(phases=("after",))
    scene.world.fill(group, moment, *[0.5] * 5)
    someone = scene.somebody(group)
    scene.close(moment)
    alone = scene.world.begin(someone.me)
    scene.world.finish(someone.me, alone)
    scene.go("/reflections")


@shows("reflections.begin", "done: the first section")
def begin(scene: Scene) -> None:
    scene.somebody(scene.group()[0])
    scene.go("/reflections")
    scene.press("Begin")


@shows("reflections.resume", "where somebody was")
def resume(scene: Scene) -> None:
    _, response = scene.response(part=0.3)
    scene.go(f"/reflections/{response}")


@shows("reflections.section", "with a story, tiles and a choice")
def story(scene: Scene) -> None:
    section(scene, "casus-1", part=1)


@shows("reflections.section", "of words alone")
def own_words(scene: Scene) -> None:
    section(scene, "terugkijken", part=1)


@shows("reflections.review", "with something skipped")
def review(scene: Scene) -> None:
    section(scene, "review", part=0.5)


@shows("reflections.review", "with the same answer everywhere")
def review_even(scene: Scene) -> None:
    asked = scene.world.questionnaire.scored.values()
    same = {question.id: 4 for several in asked for question in several}
    _, response = scene.response(same)
    scene.go(f"/reflections/{response}/review")


@shows("reflections.review", "after the moment closed")
def review_late(scene: Scene) -> None:
    group, moment = scene.group()
    scene.world.fill(group, moment, *[0.5] * 5)
    scene.close(moment)
    section(scene, "review", moment=moment, part=1)


@shows("reflections.submit", "done: the report")
def submitted(scene: Scene) -> None:
    section(scene, "review", part=1)
    scene.press("Verstuur en lees mijn verslag")


@shows("report.page", "of hardly any answers")
def short_report(scene: Scene) -> None:
    someone, response = scene.response({"a1": 4, "trots": WORDS})
    scene.world.finish(someone.me, response)
    scene.go(f"/reflections/{response}/report")


@shows("report.pdf", "taken along")
def taken_along(scene: Scene) -> None:
    takes(scene, "Download als PDF")


@shows("report.sheet", "taken along")
def sheet_taken(scene: Scene) -> None:
    takes(scene, "Reflectieblad als PDF")


@shows("report.sheet_text", "taken along as text")
def text_taken(scene: Scene) -> None:
    takes(scene, "Reflectieblad als tekst")


@shows("report.conversation", "taken along for the other")
def guide_taken(scene: Scene) -> None:
    takes(scene, "Blad voor de ander als PDF")


def takes(scene: Scene, words: str) -> None:
    """A file of a short report is made, and kept on this device."""
    short_report(scene)
    with scene.page.expect_download():
        scene.page.get_by_role("button", name=words).click()
