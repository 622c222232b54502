"""The album: every picture that is drawn, by its name, and how pictures are kept."""

import io
from collections.abc import Callable
from pathlib import Path

from PIL import Image

PICTURES = Path(__file__).parents[1] / "pictures"
COLOURS = 32  # of a page of the app
MARGIN, GAP = 20, 28  # pixels around and between screens that stand beside each other
GROUND, EDGE = (236, 232, 224), (205, 198, 185)  # behind them, and the line around each

Draw = Callable[..., Image.Image]  # takes a Studio
ALBUM: dict[str, Draw] = {}


def picture(name: str) -> Callable[[Draw], Draw]:
    """What follows draws the picture of this name."""

    def listed(draw: Draw) -> Draw:
        ALBUM[name] = draw
        return draw

    return listed


def read(png: bytes) -> Image.Image:
    """A picture, as a browser or a printer gave it."""
    return Image.open(io.BytesIO(png)).convert("RGB")


def beside(*screens: Image.Image) -> Image.Image:
    """Screens of a phone beside each other, each with a line around it."""
    width = sum(one.width for one in screens) + GAP * (len(screens) - 1) + 2 * MARGIN
    height = max(one.height for one in screens) + 2 * MARGIN
    sheet = Image.new("RGB", (width, height), GROUND)
    left = MARGIN
    for one in screens:
        framed = Image.new("RGB", (one.width + 2, one.height + 2), EDGE)
        framed.paste(one, (1, 1))
        sheet.paste(framed, (left - 1, MARGIN - 1))
        left += one.width + GAP
    return sheet


def above(*parts: Image.Image) -> Image.Image:
    """Parts of one page below each other."""
    sheet = Image.new("RGB", (parts[0].width, sum(one.height for one in parts)))
    top = 0
    for one in parts:
        sheet.paste(one, (0, top))
        top += one.height
    return sheet


def keep(name: str, image: Image.Image, folder: Path = PICTURES, colours: int = COLOURS) -> str:
    """Write a picture in few colours, which keeps it small; a line that says so."""
    folder.mkdir(exist_ok=True)
    file = folder / f"{name}.png"
    few = image.convert("RGB").quantize(colours, dither=Image.Dither.NONE)
    few.save(file, optimize=True)
    return f"{file.relative_to(PICTURES.parents[1])}: {file.stat().st_size // 1024} kB"
