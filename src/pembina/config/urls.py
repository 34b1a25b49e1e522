"""Every address: one line per journey."""

from django.urls import include, path

urlpatterns = [
    path("", include("pembina.web.home.urls")),
    path("akun/", include("pembina.web.account.urls")),
    path("", include("pembina.web.people.urls")),
    path("galeri/", include("pembina.web.gallery.urls")),
    path("alat/dampak/", include("pembina.web.effect_tool.urls")),
    path("alat/skm/", include("pembina.web.satisfaction_tool.urls")),
]
