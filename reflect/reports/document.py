"""Document: a file that somebody is handed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Document:
    """A file's name, its media type and its bytes; nothing of it is kept on disk."""

    name: str
    media_type: str
    body: bytes
