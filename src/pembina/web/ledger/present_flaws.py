"""Impossible requests by what is wrong with them."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from pembina.core.rules.service_time import Flaw
from pembina.web.components.formatting import in_language, number


@dataclass(frozen=True, slots=True)
class FlawGroup:
    """One reason, how often it occurs, and what to do about it."""

    label: str
    remedy: str
    count: str
    address: str
    here: bool


def flaw_groups(counts: Mapping[Flaw, int], chosen: Flaw | None) -> list[FlawGroup]:
    return [
        FlawGroup(
            label=in_language(flaw.message),
            remedy=in_language(flaw.remedy),
            count=number(count),
            address=f"?{urlencode({'sebab': flaw.value})}",
            here=flaw is chosen,
        )
        for flaw, count in counts.items()
    ]
