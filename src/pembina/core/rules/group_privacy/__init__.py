"""The minimum group of upward and peer answers: nothing shown, added or subtracted, gets at fewer than four raters."""

from pembina.core.rules.dated import NotInForceError
from pembina.core.rules.group_privacy.counts import Group, PublishedCuts, published_cuts, smallest_group

__all__ = ["Group", "NotInForceError", "PublishedCuts", "published_cuts", "smallest_group"]
