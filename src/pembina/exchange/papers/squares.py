"""A QR code as a small SVG, to be set into a paper."""

from qrcode.constants import ERROR_CORRECT_M
from qrcode.main import QRCode

QUIET_ZONE = 4


def qr_svg(text: str) -> str:
    """Return an SVG of dark squares on white, one unit each, with the quiet zone that scanners need."""
    code: QRCode = QRCode(border=QUIET_ZONE, error_correction=ERROR_CORRECT_M)
    code.add_data(text)
    code.make(fit=True)
    matrix = code.get_matrix()
    dark = "".join(f"M{x} {y}h1v1h-1z" for y, cells in enumerate(matrix) for x, is_dark in enumerate(cells) if is_dark)
    width = len(matrix)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {width}">'
        f'<rect width="{width}" height="{width}" fill="#fff"/><path d="{dark}" fill="#000"/></svg>'
    )
