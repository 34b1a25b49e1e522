"""Which figures of a pulse may be published, so that no difference of them tells what fewer than four have said.

This is the one place that decides it: `published_cuts` takes the groups of one item and returns those to publish. The
groups form a tree: the parts of a leader, the leader, the office, everything. A group is published where it is large
enough and where what remains of it after taking away everything published below is nobody, or large enough too. So
every figure, and every sum and difference of figures, is about whole blocks of at least `FEWEST` people.

To be replaced by `core.rules.group_privacy` once that is there; whoever swaps it keeps this signature and the tests.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

FEWEST = 4


@dataclass(frozen=True, slots=True)
class Group:
    """So many people who answered one item; `within` is the group around it. Siblings that are `together` are
    published all or none, since each is the difference of the others and what is around them.
    """

    key: Hashable
    count: int
    within: Hashable | None = None
    together: bool = False


def published_cuts(groups: Iterable[Group], *, fewest: int = FEWEST) -> frozenset[Hashable]:
    """Return the keys of the groups that may be published; a group with others within it counts what they count."""
    told = list(groups)
    below: dict[Hashable | None, list[Group]] = defaultdict(list)
    for group in told:
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
    return frozenset(published)
