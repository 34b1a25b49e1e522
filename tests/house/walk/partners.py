"""How Dewi meets the pages of partners and curricula: not at all."""

from datetime import date

from house.walk.world import MARK
from pembina.domain.development.models import OwnLearningForm, Partner, PartnerAccount, PartnerAgreement

FIRST, LAST = date(2026, 1, 1), date(2027, 1, 1)


def partner(world):
    known = Partner.objects.first() or Partner.objects.create(name=f"Mitra {MARK}", kind="private")
    return {"pk": known.pk}


def agreement(world):
    told = {"number": MARK, "subject": MARK, "starts_on": FIRST, "ends_on": LAST}
    known = PartnerAgreement.objects.first() or PartnerAgreement.objects.create(partner_id=partner(world)["pk"], **told)
    return {"pk": known.pk}


def account(world):
    known = PartnerAccount.objects.first() or PartnerAccount.objects.create(
        partner_id=partner(world)["pk"], user=world.account("mitra")
    )
    return {"pk": known.pk}


def curriculum(world):
    return {"pk": world.training.version.curriculum_id}


def version(world):
    return {"pk": world.training.version.pk}


def own_form(world):
    known = OwnLearningForm.objects.first() or OwnLearningForm.objects.create(
        form=8, starts_on=FIRST, decree=MARK, made_by=world.account("rina"), made_at=world.at
    )
    return {"pk": known.pk}


SAMPLES = {
    "partners:agreement": agreement,
    "partners:account_end": account,
    "partners:curriculum": curriculum,
    "partners:curriculum_edit": curriculum,
    "partners:curriculum_use": curriculum,
    "partners:draft": curriculum,
    "partners:compare": curriculum,
    "partners:version": version,
    "partners:in_force": version,
    "partners:discard": version,
    "partners:form": lambda world: {"number": 8},
    "partners:set_own": lambda world: {"number": 8},
    "partners:end_own": own_form,
    "partners:*": partner,
}
