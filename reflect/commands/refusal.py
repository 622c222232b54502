"""What a command will not do: said to whoever typed it, as a sentence."""


class Refused(Exception):  # noqa: N818 - it is said as a sentence
    """What was typed cannot be done; the message is what the operator reads."""


def said(fault: Exception) -> str:
    """A fault in a line: for a file that the system keeps from us, its name and why."""
    if isinstance(fault, OSError) and fault.strerror:
        return f"{fault.filename}: {fault.strerror}" if fault.filename else fault.strerror
    return str(fault)
