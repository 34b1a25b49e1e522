"""All that the demonstration shows of development, in the order in which one thing needs the other."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.personas import PERSONAS
from pembina.domain.development.demonstration.accounts import SINCE, persona_account, sides_of
from pembina.domain.development.demonstration.certified import write_certificates
from pembina.domain.development.demonstration.elsewhere import write_elsewhere
from pembina.domain.development.demonstration.followed import write_plans
from pembina.domain.development.demonstration.grades import write_grades
from pembina.domain.development.demonstration.groups import Group, write_groups
from pembina.domain.development.demonstration.invited import write_invitations
from pembina.domain.development.demonstration.learned import write_questions, write_tests
from pembina.domain.development.demonstration.ledger import write_ledger
from pembina.domain.development.demonstration.planned import Ground, write_partners, write_programme
from pembina.domain.development.demonstration.rated import write_ratings, write_statements
from pembina.domain.development.demonstration.reactions import write_reactions
from pembina.domain.development.demonstration.stories import Story, stories
from pembina.domain.development.models import Programme
from pembina.domain.people.models import Person, Unit

SEED = 20_260_103


def load_demo_development(*, on: date, at: datetime, seed: int = SEED) -> int:
    """Write six programmes as of a day and return how many there are.

    Nothing where any is on record already, or where the units are not those of the demonstration.
    """
    units = {unit.code: unit for unit in Unit.objects.all()}
    owner = Person.objects.filter(nip=PERSONAS["rina"].nip).first()
    wanted = {code for story in stories() for code in story.units}
    if Programme.objects.exists() or owner is None or not wanted <= units.keys():
        return 0
    rng = Random(seed)  # noqa: S311 - nothing secret is drawn
    since = datetime.combine(on + timedelta(days=SINCE), time(5), tzinfo=UTC)
    ground = Ground(on=on, rina=persona_account("rina", at=since), owner=owner, units=units)
    with one_event():
        write_partners(ground)
        ended = [group for story in stories() for group in _load_story(story, ground, rng, at) if group.has_ended]
        _write_follow_up(ended, ground, rng)
        write_certificates(ended, ground)
        write_invitations(ground)
        write_ledger(on=on, at=at, rng=rng)
        write_elsewhere(ground)
    return Programme.objects.count()


def _load_story(story: Story, ground: Ground, rng: Random, at: datetime) -> list[Group]:
    """Write one programme and return its batches."""
    planned = write_programme(story, ground)
    questions = write_questions(planned)
    groups = write_groups(planned, ground, rng)
    for group in groups:
        write_tests(group, questions, ground, rng)
    record("load_demo_development", on=planned.programme, by=ground.rina, at=at, created=True)
    return groups


def _write_follow_up(ended: list[Group], ground: Ground, rng: Random) -> None:
    """Write what came of the batches that are over: reactions, grades, ratings and plans."""
    seats = [seat for group in ended for seat in group.seated]
    sides = sides_of(seats, on=ground.on, at=ground.noon(SINCE))
    courses = {group.planned.story.code: group.planned for group in ended}
    units = {code: write_statements(planned) for code, planned in courses.items()}
    for group in ended:
        write_reactions(group, rng)
        write_grades(group, ground, rng)
        write_ratings(group, units[group.planned.story.code], sides, ground, rng)
    write_plans(ended, sides, ground, rng)
