"""A QR code as one path of an SVG: no style, no script, dark on light in every theme."""

from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

QUIET_ZONE = 4


def qr_path(text: str) -> tuple[str, int]:
    """Return the path of the dark squares, one unit each, and the width of the whole in units."""
    code: QRCode = QRCode(border=QUIET_ZONE, error_correction=ERROR_CORRECT_M)
    code.add_data(text)
    code.make(fit=True)
    matrix = code.get_matrix()
    squares = (
        f"M{column} {row}h1v1h-1z" for row, cells in enumerate(matrix) for column, dark in enumerate(cells) if dark
    )
    return "".join(squares), len(matrix)


def qr_svg(text: str) -> str:
    """Return the code as a picture of its own, for papers."""
    path, width = qr_path(text)
    box = f"0 0 {width} {width}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><path fill="#000" d="{path}"/></svg>'
