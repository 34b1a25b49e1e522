"""What tests of the follow-up of a training begin with: Sari under Budi, and a training that is over."""

from datetime import timedelta

from pembina.domain.development.follow_up_enums import PlanState
from pembina.domain.development.models import ActionItem, ActionPlan
from pembina.domain.development.operations.action_plans import Intention, add_item, agree_plan, send_plan, start_plan


class Following:
    """Sari (under Budi) and Dewi have a seat; the only session ended `ago` days before `training.today`."""

    def __init__(self, training, sari, budi, dewi, *, ago=1):
        self.training, self.at, self.today = training, training.at, training.today
        self.sari, self.budi, self.dewi = sari, budi, dewi
        self.head = training.person(budi)
        self.participant = training.person(sari, superior=self.head)
        self.stranger = training.person(dewi, unit=training.other_office)
        training.session(begins=training.day(-ago))
        self.seat = training.enrol(self.participant)
        self.last_day = self.today - timedelta(days=ago)

    def told(self, change="Berkas diperiksa hari itu juga", days=60, **more):
        return Intention(change, "Berkas yang selesai", self.last_day + timedelta(days=days), **more)

    def draft(self, *changes):
        plan = start_plan(seat=self.seat, by=self.sari, at=self.at)
        for change in changes or ("Berkas diperiksa hari itu juga",):
            add_item(plan=plan, told=self.told(change), by=self.sari, at=self.at)
        return plan

    def running(self, *changes):
        plan = self.draft(*changes)
        send_plan(plan=plan, by=self.sari, at=self.at)
        agree_plan(plan=plan, by=self.budi, at=self.at)
        plan.refresh_from_db()
        return plan

    def in_days(self, days):
        """Return a moment some days after the last session."""
        return self.at + timedelta(days=days) - (self.today - self.last_day)


def plan_of(seat, *, superior, state=PlanState.RUNNING, counts_from, at, items=1):
    """Write a plan straight into the records, for lists of many."""
    decided = {"decided_by": superior, "decided_at": at} if state in (PlanState.RUNNING,) else {}
    plan = ActionPlan.objects.create(
        enrolment=seat, state=state, counts_from=counts_from, made_at=at, sent_at=at, **decided
    )
    for number in range(1, items + 1):
        ActionItem.objects.create(
            plan=plan, position=number, change=f"Perubahan {number}", indicator="Terlihat", due_on=counts_from
        )
    return plan
