"""Which figures over groups may be published, so that no difference of them tells what fewer than four have said.

The groups form a tree: the parts of a leader, the leader, the office, everything. A group is published where it is
large enough and where what remains of it after taking away everything published below is nobody, or large enough too.

Why this is safe. Whether a single figure is harmless cannot be judged by itself: two harmless ones may differ by one
person. Write every published sum as a vector with one entry for each rater. What a group adds to what is published
below it is a block of its own: nobody, or at least the smallest group. These blocks are disjoint, and every published
figure is a sum of whole blocks; so is any sum or difference of them, over any filters. By any chain of differences
nobody gets at fewer. And no score enters the decision, so that it tells nothing about scores. It is made once, when the
answers are complete: a group is never counted anew with late ones.

What this cannot do. A rater knows the own answer and faces the rest of a block, at least three; three of four who
compare notes know the fourth. It takes counts, for no answer of anybody is kept (docs/adr/0014).
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date

from pembina.core.rules.appraisal_rating import Certainty
from pembina.core.rules.dated import parameters_in_force

PACKAGE = "pembina.core.rules.group_privacy"


@dataclass(frozen=True, slots=True)
class Group:
    """So many people who answered one item; `within` is the group around it. Siblings that are `together` are
    published all or none, since each is the difference of the others and what is around them.
    """

    key: Hashable
    count: int
    within: Hashable | None = None
    together: bool = False


@dataclass(frozen=True, slots=True)
class PublishedCuts:
    """The keys of the groups that may be published, the smallest group, and where that is laid down."""

    keys: frozenset[Hashable]
    smallest: int
    article: str
    certainty: Certainty


def smallest_group(*, on: date) -> int:
    """Return how many answers a figure needs at least; raises ``NotInForceError``."""
    return int(parameters_in_force(PACKAGE, on=on)["smallest_group"])


def published_cuts(*, groups: Iterable[Group], on: date) -> PublishedCuts:
    """Return which groups may be published; a group with others within it counts what they count.

    Raises
    ------
    NotInForceError : before the first version
    """
    told = parameters_in_force(PACKAGE, on=on)
    fewest = smallest_group(on=on)
    below: dict[Hashable | None, list[Group]] = defaultdict(list)
    for group in groups:
        below[group.within].append(group)
    published: set[Hashable] = set()

    def remainder(group: Group) -> int:
        """Settle a group and what is within it; return how many stay unknown to who knows all that is published."""
        inner = below.get(group.key, [])
        whole = all(each.count >= fewest for each in inner)
        rest = 0
        for each in inner:
            if each.together and not whole:
                rest += each.count
            else:
                rest += remainder(each)
        unknown = rest if inner else group.count
        if group.count >= fewest and (unknown == 0 or unknown >= fewest):
            published.add(group.key)
            return 0
        return unknown

    for top in below[None]:
        remainder(top)
    return PublishedCuts(frozenset(published), fewest, told["article"], Certainty(told["certainty"]))
