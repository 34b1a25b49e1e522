from django.urls import include, path

from pembina.web.performance_results import import_views, index_views, list_views, own_views, siasn_views

app_name = "performance_results"

of_persons = [
    path("", list_views.people, name="people"),
    path("unduh/", list_views.export, name="export"),
    path("<int:pk>/", list_views.person, name="person"),
    path("<int:pk>/ip-asn/", index_views.of_person, name="index_of_person"),
]
of_files = [
    path("", import_views.bring_in, name="import"),
    path("terapkan/", import_views.apply, name="apply_import"),
    path("temuan/", import_views.report, name="import_report"),
    path("templat/", import_views.template, name="import_template"),
    path("<int:pk>/urungkan/", import_views.undo, name="undo_import"),
]
urlpatterns = [
    path("", own_views.own, name="own"),
    path("ip-asn/", index_views.own, name="own_index"),
    path("pegawai/", include(of_persons)),
    path("impor/", include(of_files)),
    path("siasn/", siasn_views.siasn, name="siasn"),
    path("siasn/unduh/", siasn_views.download, name="siasn_download"),
]
