from django.urls import path

from pembina.web.staffing import bulk_views, delegation_views, person_views, position_views, unit_views

app_name = "staffing"
urlpatterns = [
    path("pegawai/baru/", person_views.enrol, name="enrol"),
    path("pegawai/<int:pk>/ubah/", person_views.edit, name="edit"),
    path("pegawai/<int:pk>/jabatan/", position_views.assign, name="assign"),
    path("pegawai/<int:pk>/penugasan/", delegation_views.delegate, name="delegate"),
    path("jabatan/<int:pk>/mutasi/", position_views.move, name="move"),
    path("jabatan/<int:pk>/atasan/", position_views.superior, name="superior"),
    path("jabatan/<int:pk>/akhiri/", position_views.end, name="end"),
    path("jabatan/<int:pk>/betulkan/", position_views.correct, name="correct"),
    path("penugasan/<int:pk>/akhiri/", delegation_views.end_early, name="end_early"),
    path("unit-kerja/baru/", unit_views.open_new, name="open_unit"),
    path("unit-kerja/<int:pk>/ubah/", unit_views.describe, name="describe_unit"),
    path("unit-kerja/<int:pk>/pindah/", unit_views.move, name="move_unit"),
    path("unit-kerja/<int:pk>/tutup/", unit_views.close, name="close_unit"),
    path("unit-kerja/<int:pk>/gabung/", unit_views.merge, name="merge_unit"),
    path("perubahan-massal/", bulk_views.index, name="bulk_index"),
    path("perubahan-massal/<int:pk>/", bulk_views.describe, name="bulk"),
    path("perubahan-massal/<int:pk>/periksa/", bulk_views.preview, name="bulk_preview"),
    path("perubahan-massal/<int:pk>/batalkan/", bulk_views.undo, name="bulk_undo"),
]
