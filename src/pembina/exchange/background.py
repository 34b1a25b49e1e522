"""Work that goes on after a page has answered."""

from pembina.domain.access.background import task

__all__ = ["task"]
