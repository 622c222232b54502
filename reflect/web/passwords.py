"""The form in which staff chooses a password, the first or another."""

from wtforms import PasswordField

from reflect.records.leaked import is_leaked
from reflect.web import current
from reflect.web.forms import Form

SHORTEST, LONGEST = 12, 200  # characters; of which kinds is free


class PasswordForm(Form):
    """A new password."""

    password = PasswordField()

    def fault(self) -> str | None:
        """What is wrong with it, in words, or nothing."""
        password, t = self.password.data or "", current.language()
        if len(password) < SHORTEST:
            return t("staff.password_short", shortest=SHORTEST)
        if len(password) > LONGEST:
            return t("staff.password_long", longest=LONGEST)
        return t("staff.password_leaked") if is_leaked(password) else None
