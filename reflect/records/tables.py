"""Every table, so that migrations and the retention table see them all."""

from reflect.records import (
    attempts,
    definitions,
    evaluations,
    goals,
    groups,
    imports,
    instance,
    organisations,
    people,
    releases,
    responses,
    sessions,
    staff,
)
from reflect.records.base import Base

TABLES = (
    attempts.Attempt,
    definitions.Definition,
    evaluations.Evaluation,
    evaluations.Used,
    goals.Kept,
    groups.Group,
    groups.Membership,
    groups.Moment,
    groups.Wave,
    imports.Staged,
    instance.Instance,
    organisations.Organisation,
    people.Person,
    releases.Member,
    releases.Pool,
    releases.Release,
    responses.Answer,
    responses.Contribution,
    responses.Frozen,
    responses.Response,
    sessions.Session,
    staff.Role,
    staff.Staff,
)
metadata = Base.metadata
