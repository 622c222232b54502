"""What the member of staff who is there may do, and which pages that opens."""

from flask import g

from reflect.records import staff
from reflect.records.staff import Role
from reflect.web import current

PAGES = {  # a page, and whose it is
    "groups.mine": ("trainer",),
    "organisation.home": ("trainer", "administrator"),
    "admin.home": ("administrator",),
}


def held() -> list[Role]:
    """The roles of who is there, and where; asked of the records once a request."""
    here = current.who()
    if here is None or here.kind != "staff":
        return []
    if "roles" not in g:
        g.roles = staff.roles(current.db(), here.owner)
    return g.roles  # type: ignore[no-any-return] # g keeps it as Any


def are(name: str) -> bool:
    """Whether who is there has this role somewhere."""
    return any(role.name == name for role in held())


def menu() -> list[str]:
    """The pages that a menu leads to: those of one's roles, or one's own reflections."""
    here = current.who()
    if here is None or here.kind != "staff":
        return ["reflections.mine"]
    mine = [page for page, names in PAGES.items() if any(map(are, names))]
    return mine or ["groups.mine"]


def home() -> str:
    """The page where a member of staff lands: an administrator where it says what to do."""
    return "admin.home" if are("administrator") else "groups.mine"
