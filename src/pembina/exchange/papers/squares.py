"""A QR code as a small SVG, to be set into a paper or a page."""

import segno

QUIET_ZONE = 4


def qr_path(text: str) -> tuple[str, int]:
    """Return the path of the dark squares, one unit each, and the width of the whole in units, quiet zone and all.

    Some 15% of the code may be lost (level M) before a scanner fails; more, where that needs no larger code.
    """
    code = segno.make(text, error="m", micro=False)
    rows = list(code.matrix_iter(border=QUIET_ZONE))
    squares = (
        f"M{column} {row}h1v1h-1z" for row, cells in enumerate(rows) for column, dark in enumerate(cells) if dark
    )
    return "".join(squares), len(rows)


def qr_svg(text: str) -> str:
    """Return an SVG of dark squares on white, with the quiet zone that scanners need."""
    path, width = qr_path(text)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {width}">'
        f'<rect width="{width}" height="{width}" fill="#fff"/><path d="{path}" fill="#000"/></svg>'
    )
