"""A group whose training is evaluated: opened by its trainer, filled in by its members."""

from dataclasses import dataclass, field

from reflect.records import memberships
from reflect.records.memberships import Wishes
from tests.pages import Page
from tests.web.reflecting import Somebody, somebody
from tests.web.training import Training

SEND = "Verstuur mijn mening"
CLOSE = "Ja, sluit de evaluatie"
GIVEN = {"q_cijfer": "8", "q_veilig": "4", "q_ruimte": "2"}


@dataclass
class Evaluated:
    """The group, its trainer's browser, and the id of the evaluation once it is opened."""

    training: Training
    group: str = ""
    wave: str = ""
    members: list[Somebody] = field(default_factory=list)

    def __post_init__(self) -> None:
        trainer = self.training.trainer()
        self.group = self.training.group(trainer)
        self.browser = self.training.signed_in()

    def page(self) -> Page:
        return Page.at(self.browser, f"/groups/{self.group}")

    def opened(self) -> "Evaluated":
        page = self.page().send("Open: Evaluatie van de training")
        (link,) = [one["href"] for one in page.html.select("main a[href$='/close']")][-1:]
        self.wave = link.split("/")[-2]
        return self

    def joined(self, *, counts=True) -> Somebody:
        """A new member, signed in."""
        member = somebody(self.training.app)
        self.join(member, counts=counts)
        self.members.append(member)
        return member

    def join(self, member: Somebody, *, counts=True) -> None:
        house = self.training.house
        with house.database.writing() as db:
            wishes = Wishes(counts, research=False)
            memberships.join(db, member.me.person_id, self.group, wishes, house.clock())
            db.commit()

    def filled(self, count: int, **given: str) -> None:
        """So many new members who send this."""
        for _ in range(count):
            self.send(self.joined(), **(given or GIVEN))

    def send(self, member: Somebody, **given: str) -> Page:
        return member.see(f"/evaluations/{self.wave}").send(SEND, **given)

    def close(self) -> Page:
        return Page.at(self.browser, f"/moments/{self.wave}/close").send(CLOSE)
