"""What lies on top of all that somebody takes along: what is in it, and to what they said yes."""

from collections.abc import Iterator

from reflect.language import Language
from reflect.records import memberships
from reflect.records.belongings import tables
from reflect.records.people import Opened
from reflect.web import current

FILES = ("answers", "report", "codebook", "promise")
REST = ("keys", "evaluation", "damaged")


def readme(me: Opened) -> str:
    """Plain text, a paragraph for each thing."""
    t = current.language()
    made = t("rights.readme_made", day=t.date(current.now().date()))
    said = [t(f"rights.readme_{part}") for part in FILES]
    rest = [t(f"rights.readme_{part}") for part in REST]
    groups = "\n".join([t("rights.groups_title") + ":", *_groups(me, t)])
    names = "\n".join([t("rights.readme_data"), *_names(t)])
    current.rest()
    whole = [t("rights.readme_title"), made, groups, *said, names, *rest]
    return "\n\n".join(whole) + "\n"


def _groups(me: Opened, t: Language) -> Iterator[str]:
    """The groups somebody is in, and what they agreed to."""
    joined = memberships.of(current.db(), me.person_id)
    members = {group.id: (member, group) for member, group, _ in joined}
    for member, group in members.values():
        since = t("rights.joined_on", day=t.date(member.joined))
        counts = t("reflections.counts_yes" if member.counts else "reflections.counts_no")
        research = t("rights.research_yes" if member.research else "rights.research_no")
        yield f"- {group.name}. {since} {counts} {research}"
    if not members:
        yield t("rights.groups_none")


def _names(t: Language) -> Iterator[str]:
    """What stands under each name in data.json, as the page about privacy says it."""
    for table in tables():
        yield f"- {table.name}: {t(f'privacy.what_{table.name}')}"
