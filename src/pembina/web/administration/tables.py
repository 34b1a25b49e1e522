"""What administrators look up: who may come in, what ran and what was sealed.

No records of staff or performance, and no secret: neither passwords nor codes, and of the chain its links without what
they seal, which may tell of somebody.
"""

from django.contrib import admin
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult

from pembina.domain.access.chain.models import ChainKind
from pembina.domain.access.models import ChainEntry, Invitation, RoleGrant, User
from pembina.domain.people.models import ImportBatch
from pembina.web.access.looking import note_looking
from pembina.web.administration.reading import ReadOnlyTable
from pembina.web.administration.site import AdministrationSite
from pembina.web.components.formatting import MISSING, in_language

site = AdministrationSite()


@admin.register(User, site=site)
class Users(ReadOnlyTable):
    """Accounts, without anything that opens them. To look at one is on record, as on every other page."""

    fields = list_display = ("username", "display_name", "held_roles", "is_active", "last_login")
    list_filter = ("is_active",)
    search_fields = ("username", "display_name")
    ordering = ("display_name", "pk")

    def get_queryset(self, request: HttpRequest) -> models.QuerySet:
        return super().get_queryset(request).prefetch_related("role_grants")

    @admin.display(description=_("Peran"))
    def held_roles(self, user: User) -> str:
        return ", ".join(in_language(role.name) for role in user.roles) or MISSING

    def note(self, request: HttpRequest, record: models.Model) -> None:
        note_looking(request, "look_at_account", on=record)


@admin.register(RoleGrant, site=site)
class RoleGrants(ReadOnlyTable):
    fields = list_display = ("user", "role", "unit", "starts_on", "ends_on", "revoked_on", "letter", "granted_by")
    list_select_related = ("user", "unit", "granted_by")
    list_filter = ("role_code", "starts_on")
    search_fields = ("user__username", "user__display_name", "letter")
    ordering = ("-starts_on", "-pk")

    @admin.display(description=_("Peran"), ordering="role_code")
    def role(self, grant: RoleGrant) -> str:
        return in_language(grant.role.name)


@admin.register(Invitation, site=site)
class Invitations(ReadOnlyTable):
    fields = list_display = ("user", "means", "invited_by", "invited_at", "expires_at", "used_at", "revoked_at")
    list_select_related = ("user", "invited_by")
    list_filter = ("means", "invited_at")
    search_fields = ("user__username", "user__display_name")
    ordering = ("-invited_at", "-pk")


@admin.register(ImportBatch, site=site)
class ImportBatches(ReadOnlyTable):
    list_display = ("file_name", "kind", "state", "on", "by", "created_at", "applied_at", "undone_at")
    fields = (*list_display, "layout", "complete", "checked_at", "touched_at", "file_sha256", "problem_id")
    list_select_related = ("by",)
    list_filter = ("kind", "state", "created_at")
    search_fields = ("file_name", "file_sha256")
    ordering = ("-created_at", "-pk")


@admin.register(DBTaskResult, site=site)
class Tasks(ReadOnlyTable):
    """Work in the background: what waits, what failed and how."""

    list_display = ("task_path", "status", "enqueued_at", "started_at", "finished_at")
    fields = (*list_display, "queue_name", "args_kwargs", "worker_ids", "exception_class_path", "traceback")
    list_filter = ("status", "enqueued_at")
    search_fields = ("task_path", "exception_class_path")
    ordering = ("-enqueued_at", "-pk")


@admin.register(ChainEntry, site=site)
class ChainEntries(ReadOnlyTable):
    list_display = ("sequence", "sealed", "subject", "by", "at")
    fields = (*list_display, "previous_hash", "hash")
    list_filter = ("at",)
    search_fields = ("subject", "by", "hash")
    ordering = ("-sequence",)

    @admin.display(description=_("Jenis"), ordering="kind")
    def sealed(self, entry: ChainEntry) -> str:
        return str(ChainKind(entry.kind).label)
