"""Somebody asks for the months of a service to be counted again."""

from datetime import datetime

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.services.models import PublicService
from pembina.domain.services.recounts import recount


def ask_for_service_recount(*, service: PublicService, by: User, at: datetime) -> None:
    """Have the months of a service counted again from its requests, in the background."""
    with one_event():
        record("recount_service", on=service, by=by, at=at, changes={"service": ("", service.code)})
        recount([service.pk])
