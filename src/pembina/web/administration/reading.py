"""A table that is looked at and never touched."""

from typing import Any

from django.contrib.admin import ModelAdmin
from django.contrib.admin.utils import unquote
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, path


class ReadOnlyTable(ModelAdmin):
    """A list and one record, without a button that changes anything; what is shown is named field by field."""

    actions = None
    list_per_page = 50
    show_full_result_count = False
    change_form_template = "administration/record.html"
    view_on_site = False

    def get_urls(self) -> list[URLPattern]:
        name, see = f"{self.opts.app_label}_{self.opts.model_name}", self.admin_site.admin_view
        return [
            path("", see(self.changelist_view), name=f"{name}_changelist"),
            path("<path:object_id>/change/", see(self.change_view), name=f"{name}_change"),
        ]

    def change_view(self, request: HttpRequest, object_id: str, *args: Any, **rest: Any) -> HttpResponse:
        """Show one record; Django would lead away from one that does not exist."""
        record = self.get_object(request, unquote(object_id))
        if record is None:
            raise Http404
        self.note(request, record)
        return super().change_view(request, object_id, *args, **rest)

    def note(self, request: HttpRequest, record: models.Model) -> None:
        """Do what has to be done when `record` is looked at."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.admin_site.has_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self.admin_site.has_permission(request)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False
