"""What we send: mail, in plain text, with nothing in it that is anybody's."""

from reflect.post.delivery import Outcome, Postman, Server, trouble
from reflect.post.message import Letter, message

__all__ = ["Letter", "Outcome", "Postman", "Server", "message", "trouble"]
