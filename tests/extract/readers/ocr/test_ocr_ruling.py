"""Ruling lines of pictures drawn here: thin ones are found, letters are none."""

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter

from extract.readers.ocr.raster import darkness, set_upright
from extract.readers.ocr.ruling import find_rules
from extract.readers.pdf.grids import Grid, find_grids

DPI = 200


def drawn(*, width: int = 2, shade: int = 255, ink: int = 0) -> Image.Image:
    """A table of 4 rows and 3 columns whose head is one merged cell, with strokes like letters."""
    image = Image.new("L", (1400, 900), 255)
    draw = ImageDraw.Draw(image)
    xs, ys = (200, 500, 800, 1100), (200, 260, 320, 380, 440)
    draw.rectangle((200, 200, 1100, 260), fill=shade)
    for y in ys:
        draw.line((200, y, 1100, y), fill=ink, width=width)
    for x in xs:
        draw.line((x, 260 if x in xs[1:3] else 200, x, 440), fill=ink, width=width)
    for row in ys[1:4]:
        for column in xs[:3]:
            for letter in range(6):
                x = column + 40 + 30 * letter
                draw.line((x, row + 14, x + 20, row + 14), fill=0, width=3)
                draw.line((x + 10, row + 14, x + 10, row + 44), fill=0, width=3)
    return image


def scanned(image: Image.Image, *, turn: float, blur: float, noise: float) -> Image.Image:
    turned = image.rotate(turn, Image.Resampling.BICUBIC, fillcolor=255)
    pixels = np.asarray(turned.filter(ImageFilter.GaussianBlur(blur))).astype(np.float64)
    pixels += np.random.default_rng(7).normal(0, noise, pixels.shape)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def grids(image: Image.Image) -> list[Grid]:
    return find_grids(*find_rules(darkness(set_upright(image)), DPI))[0]


PICTURES = {
    "clean": drawn(),
    "thin": drawn(width=1),
    "thick": drawn(width=5),
    "pale": drawn(width=1, ink=140),
    "a shaded head": drawn(shade=225),
    "turned to the left": scanned(drawn(), turn=0.4, blur=0.5, noise=6),
    "turned to the right": scanned(drawn(), turn=-0.8, blur=0.5, noise=6),
    "blurred and noisy": scanned(drawn(), turn=0.3, blur=1.0, noise=10),
}


@pytest.mark.parametrize("name", PICTURES)
def test_the_grid_of_a_picture_is_the_grid_that_was_drawn(name: str) -> None:
    (grid,) = grids(PICTURES[name])
    assert (len(grid.ys) - 1, len(grid.xs) - 1, len(grid.cells)) == (4, 3, 10)
    assert grid.cells[0].column_span == 3
    if not name.startswith("turned") and "blurred" not in name:
        assert [round(x * DPI / 72) for x in grid.xs] == pytest.approx([200, 500, 800, 1100], abs=3)


def test_text_alone_makes_no_grid() -> None:
    image = Image.new("L", (1400, 900), 255)
    draw = ImageDraw.Draw(image)
    for row in range(100, 800, 40):
        for x in range(100, 1300, 30):
            draw.rectangle((x, row, x + 22, row + 24), outline=0, width=3)
    assert grids(image) == []


@pytest.mark.parametrize("image", [Image.new("L", (50, 50), 255), Image.new("RGB", (1400, 900))])
def test_pictures_without_anything_hold_nothing(image: Image.Image) -> None:
    assert grids(image) == []
