"""Names that people gave, on one line: nothing unseen in them, and no longer than there is room."""

import unicodedata

_UNSEEN = {"Cc", "Cf", "Co", "Cs"}  # controls, marks that turn the direction, half letters
LONGEST = 100  # characters, where a name stands among other words


def one_line(text: str) -> str:
    """The text without what nobody sees, its white space made single."""
    spaced = "".join(" " if letter.isspace() else letter for letter in text)
    seen = (letter for letter in spaced if unicodedata.category(letter) not in _UNSEEN)
    return " ".join("".join(seen).split())


def brief(text: str, most: int = LONGEST) -> str:
    """The same, ended by dots where it is longer than so many characters."""
    whole = one_line(text)
    return whole if len(whole) <= most else f"{whole[: most - 1].rstrip()}…"
