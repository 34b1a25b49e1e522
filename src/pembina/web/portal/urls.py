from django.urls import path, re_path

from pembina.web.portal import data_views, views

app_name = "portal"
urlpatterns = [
    path("warga/", views.start, name="start"),
    # A code may hold a slash.
    path("warga/unit/<path:code>/", views.unit, name="unit"),
    path("warga/layanan/<path:code>/", views.service, name="service"),
    path("data-terbuka/", data_views.tables, name="tables"),
    path("data-terbuka/katalog.jsonld", data_views.catalogue, name="catalogue"),
    path("data-terbuka/<slug:name>/", data_views.table, name="table"),
    path("data-terbuka/<slug:name>/skema.json", data_views.schema, name="schema"),
    re_path(r"^data-terbuka/(?P<name>[-\w]+)/data\.(?P<form>csv|json)$", data_views.download, name="download"),
]
