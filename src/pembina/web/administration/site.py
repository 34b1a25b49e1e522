"""Django's admin as a window: administrators look at what is stored, and change it on our own pages.

It has no sign-in, password or logout of its own: the access line of every other page stands here too, and with it the
second factor, the limits and the trail. Of Django's addresses only those that read are mapped.
"""

from collections.abc import Callable
from typing import Any

from django.contrib.admin import AdminSite
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver, include, path, re_path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pembina.domain.access.permissions import Permission
from pembina.web.access import requires

View = Callable[..., Any]


class AdministrationSite(AdminSite):
    """The site at ``/admin/``."""

    site_header = site_title = "Pembina"
    index_title = _("Administrasi: isi basis data, hanya dibaca")
    index_template = "administration/index.html"
    enable_nav_sidebar = False

    def has_permission(self, request: HttpRequest) -> bool:
        return request.user.is_authenticated and request.user.may(Permission.READ_TABLES)

    def admin_view(self, view: View, cacheable: bool = False) -> View:  # type: ignore[override]
        """Put the access line on a view. To those without the permission the page does not exist."""
        return requires(Permission.READ_TABLES)(require_safe(never_cache(view)))

    def get_urls(self) -> list[URLPattern | URLResolver]:
        tables: list[Any] = list(self._registry.items())
        labels = dict.fromkeys(model._meta.app_label for model, _ in tables)
        return [
            path("", self.admin_view(self.index), name="index"),
            *(path(f"{m._meta.app_label}/{m._meta.model_name}/", include(table.get_urls())) for m, table in tables),
            re_path(f"^(?P<app_label>{'|'.join(labels)})/$", self.admin_view(self.app_index), name="app_list"),
        ]
