"""Numbers in sentences, as people of either language write them."""

from pembina.core.text import Text


def people(count: int) -> Text:
    """Return a count with grouped thousands."""
    grouped = f"{count:,}"
    return Text(id=grouped.replace(",", "."), en=grouped)


def points(value: float, digits: int = 2) -> Text:
    """Return a number with decimals."""
    rounded = f"{value:.{digits}f}"
    return Text(id=rounded.replace(".", ","), en=rounded)
