"""A QR code as one path of an SVG: no style, no script, dark on light in every theme."""

from pembina.exchange.papers.squares import qr_path

__all__ = ["qr_path", "qr_svg"]


def qr_svg(text: str) -> str:
    """Return the code as a picture of its own, for papers."""
    path, width = qr_path(text)
    box = f"0 0 {width} {width}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}"><path fill="#000" d="{path}"/></svg>'
