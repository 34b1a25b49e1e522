"""Invented results of last year for everybody of the demonstration, as an import would have brought them."""

from datetime import UTC, date, datetime, time
from random import Random

from pembina.core.rules.appraisal_rating import Cycle, Rating, derived_predicate
from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.access.personas import PERSONAS
from pembina.domain.people.enums import AssignmentKind
from pembina.domain.people.models import Assignment
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.performance.enums import PeriodCycle
from pembina.domain.performance.models import PerformanceResult

SEED = 20_260_115
AT_A_TIME = 2_000
# Results, behaviour, and how often of a hundred.
DRAWN = (
    (Rating.ABOVE, Rating.ABOVE, 14), (Rating.ABOVE, Rating.AS_EXPECTED, 16), (Rating.AS_EXPECTED, Rating.ABOVE, 12),
    (Rating.AS_EXPECTED, Rating.AS_EXPECTED, 48), (Rating.BELOW, Rating.AS_EXPECTED, 7),
    (Rating.AS_EXPECTED, Rating.BELOW, 2), (Rating.BELOW, Rating.BELOW, 1),
)  # fmt: skip
NOT_RATED = 0.04
ELSEWHERE = ("Pejabat di instansi lain", "Kepala Satuan", "Instansi pusat")


def load_demo_results(*, on: date, at: datetime, seed: int = SEED) -> int:
    """Write the annual results of the year before `on` and return how many; nothing where any are on record."""
    keeper = User.objects.filter(username=PERSONAS["rina"].nip).first()
    year = on.year - 1
    last_day = date(year, 12, 31)
    if keeper is None or PerformanceResult.objects.exists():
        return 0
    rng = Random(seed)  # noqa: S311 - nothing secret is drawn
    noted_at = min(datetime.combine(date(on.year, 2, 2), time(3), tzinfo=UTC), at)
    held = Assignment.objects.filter(in_force_on(last_day), kind=AssignmentKind.MAIN)
    posts = {post.person_id: post for post in held.select_related("person", "unit").order_by("person")}
    rows = [_result(post, posts, year, rng) for post in posts.values() if rng.random() >= NOT_RATED]
    for row in rows:
        row.noted_by, row.noted_at = keeper, noted_at
    with one_event():
        PerformanceResult.objects.bulk_create(rows, batch_size=AT_A_TIME)
        record("load_demo_results", on=keeper, by=keeper, at=at, changes={"results": ("", str(len(rows)))})
    return len(rows)


def _result(post: Assignment, posts: dict[int, Assignment], year: int, rng: Random) -> PerformanceResult:
    results, behaviour, _often = rng.choices(DRAWN, [often for *_ratings, often in DRAWN])[0]
    last_day = date(year, 12, 31)
    told = derived_predicate(results=results, behaviour=behaviour, cycle=Cycle.ANNUAL, on=last_day)
    return PerformanceResult(
        person_id=post.person_id, year=year, cycle=PeriodCycle.ANNUAL, first_month=1, last_month=12,
        results=results, behaviour=behaviour, predicate=told.predicate,
        **_rater(posts.get(post.superior_id) if post.superior_id else None),
    )  # fmt: skip


def _rater(post: Assignment | None) -> dict[str, object]:
    """Return the superior as the rater; of whoever has none here, a name that nobody here has."""
    if post is None:
        name, position, unit = ELSEWHERE
        return {"rater_name": name, "rater_position": position, "rater_unit": unit, "rater_status": "NON ASN"}
    return {
        "rater": post.person,
        "rater_nip": post.person.nip,
        "rater_name": post.person.titled_name,
        "rater_position": post.position,
        "rater_unit": post.unit.name,
        "rater_rank": post.person.rank,
        "rater_status": "ASN",
    }
