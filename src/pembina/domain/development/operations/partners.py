"""Partners come, sign agreements, get accounts, and are retired; what they taught stays on record."""

from dataclasses import asdict, dataclass, fields
from datetime import date, datetime

from pembina.domain.access.audit import Changes, local_date, one_event, record
from pembina.domain.access.models import User
from pembina.domain.access.usernames import AccountKind
from pembina.domain.development.models import Partner, PartnerAccount, PartnerAgreement
from pembina.domain.development.partner_refusals import (
    AgreementDatesError,
    AgreementNumberTakenError,
    NoPartnerAccountError,
    PartnerNameTakenError,
    PartnerRetiredError,
)
from pembina.domain.development.refusals import WrongStepError


@dataclass(frozen=True, slots=True)
class PartnerTold:
    """All that is told about a partner."""

    name: str
    kind: str
    city: str = ""
    contact_name: str = ""
    contact_email: str = ""
    contact_phone: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AgreementTold:
    """All that is told about an agreement, first and last day included."""

    number: str
    subject: str
    starts_on: date
    ends_on: date


def add_partner(*, told: PartnerTold, by: User, at: datetime) -> Partner:
    """Put a partner on record; raises ``PartnerNameTakenError``."""
    with one_event():
        _require_free_name(told.name)
        made = Partner.objects.create(**asdict(told))
        changes = {name: ("", value) for name, value in asdict(told).items() if value}
        record("add_partner", on=made, by=by, at=at, changes=changes, created=True)
    return made


def edit_partner(*, partner: Partner, told: PartnerTold, by: User, at: datetime) -> None:
    """Tell it differently; raises ``PartnerNameTakenError``."""
    with one_event():
        kept = Partner.objects.select_for_update().get(pk=partner.pk)
        _require_free_name(told.name, than=kept)
        changes = _changes(kept, told)
        for name, value in asdict(told).items():
            setattr(kept, name, value)
        kept.save()
        record("edit_partner", on=kept, by=by, at=at, changes=changes)


def retire_partner(*, partner: Partner, by: User, at: datetime) -> None:
    """Offer it no longer; its sessions and agreements stay."""
    with one_event():
        kept = Partner.objects.select_for_update().get(pk=partner.pk)
        if kept.retired_on is not None:
            raise PartnerRetiredError(kept.name, kept.retired_on)
        kept.retired_on = local_date(at)
        kept.save(update_fields=["retired_on"])
        changes = {"retired_on": ("", kept.retired_on.isoformat())}
        record("retire_partner", on=kept, by=by, at=at, changes=changes)


def restore_partner(*, partner: Partner, by: User, at: datetime) -> None:
    """Take it back into use."""
    with one_event():
        kept = Partner.objects.select_for_update().get(pk=partner.pk)
        if kept.retired_on is None:
            raise WrongStepError("dipakai")
        changes = {"retired_on": (kept.retired_on.isoformat(), "")}
        kept.retired_on = None
        kept.save(update_fields=["retired_on"])
        record("restore_partner", on=kept, by=by, at=at, changes=changes)


def add_agreement(*, partner: Partner, told: AgreementTold, by: User, at: datetime) -> PartnerAgreement:
    """Put an agreement on record; raises ``AgreementDatesError``, ``AgreementNumberTakenError``."""
    _require_days(told)
    with one_event():
        kept = Partner.objects.select_for_update().get(pk=partner.pk)
        _require_free_number(kept, told)
        made = PartnerAgreement.objects.create(partner=kept, **asdict(told))
        changes = {name: ("", str(value)) for name, value in asdict(told).items()}
        record("add_agreement", on=made, by=by, at=at, changes=changes, created=True)
    return made


def edit_agreement(*, agreement: PartnerAgreement, told: AgreementTold, by: User, at: datetime) -> None:
    """Tell it differently, such as a last day that was put off."""
    _require_days(told)
    with one_event():
        kept = PartnerAgreement.objects.select_for_update(of=("self",)).select_related("partner").get(pk=agreement.pk)
        _require_free_number(kept.partner, told, than=kept)
        changes = _changes(kept, told)
        for name, value in asdict(told).items():
            setattr(kept, name, value)
        kept.save()
        record("edit_agreement", on=kept, by=by, at=at, changes=changes)


def let_act_for(*, partner: Partner, account: User, by: User, at: datetime) -> PartnerAccount:
    """Let an account of the kind PARTNER act for a partner, for one only; raises ``NoPartnerAccountError``."""
    with one_event():
        kept = Partner.objects.select_for_update().get(pk=partner.pk)
        if kept.retired_on is not None:
            raise PartnerRetiredError(kept.name, kept.retired_on)
        if account.kind is not AccountKind.PARTNER or not account.is_active:
            raise NoPartnerAccountError(account.username)
        standing = PartnerAccount.objects.filter(user=account).select_related("partner").first()
        if standing is not None:
            raise NoPartnerAccountError(account.username, standing.partner.name)
        made = PartnerAccount.objects.create(partner=kept, user=account)
        changes = {"user": ("", account.username)}
        record("let_act_for_partner", on=kept, by=by, at=at, changes=changes)
    return made


def stop_acting_for(*, acting: PartnerAccount, by: User, at: datetime) -> None:
    """Let an account no longer act for its partner; the account itself stays."""
    with one_event():
        changes = {"user": (acting.user.username, "")}
        record("stop_acting_for_partner", on=acting.partner, by=by, at=at, changes=changes)
        acting.delete()


def _require_free_name(name: str, *, than: Partner | None = None) -> None:
    taken = Partner.objects.filter(name__iexact=name).exclude(pk=than.pk if than else 0).first()
    if taken is not None:
        raise PartnerNameTakenError(taken.name)


def _require_days(told: AgreementTold) -> None:
    if told.ends_on < told.starts_on:
        raise AgreementDatesError(told.starts_on, told.ends_on)


def _require_free_number(partner: Partner, told: AgreementTold, *, than: PartnerAgreement | None = None) -> None:
    taken = partner.agreements.filter(number__iexact=told.number).exclude(pk=than.pk if than else 0)
    if taken.exists():
        raise AgreementNumberTakenError(told.number)


def _changes(kept: Partner | PartnerAgreement, told: PartnerTold | AgreementTold) -> Changes:
    pairs = {each.name: (str(getattr(kept, each.name)), str(getattr(told, each.name))) for each in fields(told)}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
