"""Who may open a page: exactly one of these stands on every view."""

from pembina.web.access.decorators import open_to_all, requires, signed_in

__all__ = ["open_to_all", "requires", "signed_in"]
