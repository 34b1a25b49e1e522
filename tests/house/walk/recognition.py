"""How Dewi meets awards: what is published, her own page, and nothing of a nomination of Sari's."""

from datetime import timedelta

from house.walk.world import MARK
from pembina.domain.career.enums import AwardKind, MedalKey
from pembina.domain.career.models import Award, HeldMedal, JuryMember, Nomination, NominationSupport, RecordImport
from pembina.domain.career.operations.awards import AwardTold, add_criterion, make_award, open_award
from pembina.domain.career.operations.jury import name_juror
from pembina.domain.career.operations.medals import record_medal
from pembina.domain.career.operations.nominations import NominationTold, nominate
from pembina.domain.career.operations.supports import SupportTold, support_nomination


def draft(world):
    """Return a draft of Rina's."""
    known = Award.objects.filter(title=f"Konsep {MARK}").first()
    return {"pk": (known or made(world, f"Konsep {MARK}")).pk}


def made(world, title):
    told = AwardTold(
        title=title, purpose=MARK, kind=AwardKind.PERSON, evidence=MARK, opens_on=world.today - timedelta(days=1),
        closes_on=world.today + timedelta(days=9), decides_on=world.today + timedelta(days=20),
    )  # fmt: skip
    award = make_award(told=told, by=world.account("rina"), at=world.at)
    add_criterion(award=award, name="Hasil", judged_by="Bukti", weight=1, by=world.account("rina"), at=world.at)
    return award


def opened(world):
    """Return a round that takes nominations."""
    known = Award.objects.filter(title="Terbit").first()
    if known is None:
        known = made(world, "Terbit")
        open_award(award=known, by=world.account("rina"), at=world.at)
        known.refresh_from_db()
    return known


def nomination(world):
    """Return Budi's nomination of Sari, the same for every address."""
    known, award = Nomination.objects.first(), opened(world)
    if known is None:
        told = NominationTold(reasons={one.pk: MARK for one in award.criteria.all()}, evidence=MARK)
        known = nominate(
            award=award, person=world.record("sari"), unit=None, told=told, by=world.account("budi"), at=world.at
        )  # fmt: skip
    return {"pk": known.pk}


def juror(world):
    award = opened(world)
    known = JuryMember.objects.filter(award=award).first()
    named = known or name_juror(
        award=award, person=world.record("agus"), by=world.account("rina"), at=world.at
    )  # fmt: skip
    return {"pk": named.pk}


def medal(world):
    held = HeldMedal.objects.first() or record_medal(
        person=world.record("budi"), medal=MedalKey.TEN, awarded_on=world.today.replace(year=2015), decree=MARK,
        by=world.account("rina"), at=world.at,
    )  # fmt: skip
    return {"pk": held.pk}


def support(world):
    """Return Agus's support of the nomination of Sari."""
    nomination(world)
    known = NominationSupport.objects.first() or support_nomination(
        nomination=Nomination.objects.get(), told=SupportTold(MARK, MARK), by=world.account("agus"), at=world.at
    )  # fmt: skip
    return {"pk": known.pk}


def batch(world):
    told = {"file_name": f"{MARK}.csv", "sha256": "0" * 64, "by": world.account("rina"), "at": world.at}
    return {"pk": RecordImport.objects.create(**told, added=0, changed=0, same=0, refused=0).pk}


def published(world):
    nomination(world)
    return {"pk": opened(world).pk}


def of_sari(world):
    return {"pk": world.record("sari").pk}


SAMPLES = {
    "recognition:show": draft,
    "recognition:choose": draft,
    "recognition:nominate": lambda world: draft(world) | {"nominee": world.record("sari").pk},
    "recognition:support": lambda world: draft(world) | {"nominee": world.record("sari").pk},
    "recognition:withdraw_support": support,
    "recognition:undo_import": batch,
    "recognition:nominations": published,
    "recognition:remove_criterion": lambda world: {"pk": opened(world).criteria.first().pk},
    "recognition:dismiss": juror,
    "recognition:medal_person": of_sari,
    "recognition:medal_check": of_sari,
    "recognition:medal_add": of_sari,
    "recognition:medal_take_back": medal,
    **{f"recognition:{name}": draft for name in ("edit", "criteria", "publish", "begin", "withdraw", "renew", "jury")},
    "recognition:decide": draft,
    "recognition:*": nomination,
}
OWN = {
    "recognition:index": "lists what is published, for everybody who is signed in",
    "recognition:own": "her own nominations and standing",
}
