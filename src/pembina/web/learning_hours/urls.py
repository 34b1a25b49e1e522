from django.urls import include, path

from pembina.web.learning_hours import (
    board_views,
    certification_views,
    import_views,
    own_views,
    record_views,
    siasn_views,
    study_views,
)

app_name = "learning_hours"

of_oneself = [
    path("saya/", own_views.own, name="own"),
    path("saya/lapor/", own_views.report, name="report"),
    path("saya/<int:pk>/tarik/", own_views.withdraw, name="withdraw"),
    path("staf/", own_views.team, name="team"),
]
of_persons = [
    path("", board_views.people, name="people"),
    path("unduh/", board_views.export, name="export"),
    path("<int:pk>/", board_views.person, name="person"),
    path("<int:pk>/catat/", record_views.note, name="note"),
]
of_reports = [
    path("", record_views.reports, name="reports"),
    path("<int:pk>/verifikasi/", record_views.verify, name="verify"),
    path("<int:pk>/tolak/", record_views.refuse, name="refuse"),
]
of_files = [
    path("impor/", import_views.bring_in, name="import"),
    path("impor/terapkan/", import_views.apply, name="apply_import"),
    path("impor/templat/", import_views.template, name="import_template"),
    path("impor/<int:pk>/urungkan/", import_views.undo, name="undo_import"),
    path("siasn/", siasn_views.siasn, name="siasn"),
    path("siasn/unduh/", siasn_views.download, name="siasn_download"),
    path("siasn/id/", siasn_views.identities, name="siasn_identities"),
]
of_studies = [
    path("", study_views.studies, name="studies"),
    path("baru/", study_views.new, name="study_new"),
    path("<int:pk>/perpanjang/", study_views.prolong, name="study_prolong"),
    path("<int:pk>/akhiri/", study_views.end, name="study_end"),
]
of_certifications = [
    path("", certification_views.certifications, name="certifications"),
    path("baru/", certification_views.new, name="certification_new"),
    path("<int:pk>/perpanjang/", certification_views.renew, name="certification_renew"),
]
urlpatterns = [
    path("", board_views.index, name="index"),
    *of_oneself,
    path("pegawai/", include(of_persons)),
    path("catatan/<int:pk>/keluarkan/", record_views.take_out, name="take_out"),
    path("laporan/", include(of_reports)),
    *of_files,
    path("tugas-belajar/", include(of_studies)),
    path("sertifikasi/", include(of_certifications)),
]
