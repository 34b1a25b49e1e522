"""The row of example in our templates, which anybody can tell from a real one, and the reader does."""

from pembina.exchange.staff.cells import bare

# Neither can be real: no sequence is 000 and no office begins its codes with this word.
NIP = "199001012015031000"
CODE = "CONTOH-01"


def is_example(key: str) -> bool:
    """Tell whether a row with this NIP or unit code is the example, left in."""
    return bare(key).replace(" ", "") in (NIP, CODE)
