"""The form in which staff chooses a password, the first or another."""

from wtforms import PasswordField

from reflect.web import current
from reflect.web.forms import Form

SHORTEST, LONGEST = 12, 200  # characters; nothing else is asked of it


class PasswordForm(Form):
    """A new password."""

    password = PasswordField()

    def fault(self) -> str | None:
        """What is wrong with it, in words, or nothing."""
        length, t = len(self.password.data or ""), current.language()
        if length < SHORTEST:
            return t("staff.password_short", shortest=SHORTEST)
        return t("staff.password_long", longest=LONGEST) if length > LONGEST else None
