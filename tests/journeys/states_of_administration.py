"""The states of an administrator's other pages: the start, health, organisations, the log."""

from reflect.records import audit
from reflect.records.audit import Actor, Event
from tests.journeys.scene import NUMBERS, Scene, shows
from tests.journeys.states_of_imports import administrator, first

ORGANISATIONS = "/admin/organisations"


@shows("admin.home", "with an upload that waits")
def start(scene: Scene) -> None:
    first(scene)
    scene.go("/admin")


@shows("admin.health", "as it is")
def health(scene: Scene) -> None:
    administrator(scene)
    scene.go("/admin/health")


@shows("organisations.every", "with a name that is missing", 400)
def organisations(scene: Scene) -> None:
    administrator(scene)
    scene.go(ORGANISATIONS)
    scene.press("Voeg toe")


@shows("organisations.rename", "to be renamed")
def rename(scene: Scene) -> None:
    administrator(scene)
    scene.go(ORGANISATIONS).get_by_label("Naam").fill(f"Hogeschool {next(NUMBERS)}")
    scene.press("Voeg toe")
    scene.page.get_by_role("link", name="Andere naam").first.click()


@shows("audit.every", "a page with more behind it")
def log(scene: Scene) -> None:
    administrator(scene)
    house = scene.world.house
    with house.database.writing() as db:
        for number in range(60):
            event = Event("group:made", Actor("staff"), f"{number:022}", "14")
            audit.note(db, house.ring, event, house.clock())
        db.commit()
    scene.go("/admin/audit")
