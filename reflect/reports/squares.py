"""The dark and light squares of a QR code, which pages and paper draw alike."""

QUIET = 4  # squares of white around it, without which readers do not find it


def squares(text: str) -> tuple[bytes, ...]:
    """Its rows from above, 1 for dark; readable with a seventh of it hidden (correction M)."""
    import segno  # noqa: PLC0415 - its tables take a while to load, and only trainers need them

    matrix = segno.make_qr(text, error="m").matrix_iter(border=QUIET)
    return tuple(bytes(row) for row in matrix)
