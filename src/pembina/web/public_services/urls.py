from django.urls import path

from pembina.web.public_services import (
    calendar_views,
    catalogue_views,
    holiday_views,
    hours_views,
    import_views,
    standard_views,
)

app_name = "public_services"
urlpatterns = [
    path("layanan/", catalogue_views.index, name="index"),
    path("layanan/unduh/", catalogue_views.export, name="export"),
    path("layanan/baru/", catalogue_views.open_new, name="open"),
    path("layanan/impor/", import_views.upload, name="import"),
    path("layanan/impor/terapkan/", import_views.apply, name="apply_import"),
    path("layanan/impor/templat/", import_views.template, name="template"),
    path("layanan/<int:pk>/", catalogue_views.service, name="service"),
    path("layanan/<int:pk>/ubah/", catalogue_views.edit, name="edit"),
    path("layanan/<int:pk>/pindah/", catalogue_views.move, name="move"),
    path("layanan/<int:pk>/tutup/", catalogue_views.close, name="close"),
    path("layanan/<int:pk>/buka-kembali/", catalogue_views.reopen, name="reopen"),
    path("layanan/<int:pk>/standar/", standard_views.new, name="new_standard"),
    path("standar-layanan/<int:pk>/", standard_views.show, name="standard"),
    path("standar-layanan/<int:pk>/betulkan/", standard_views.correct, name="correct_standard"),
    path("standar-layanan/<int:pk>/tarik/", standard_views.withdraw, name="withdraw_standard"),
    path("kalender/", calendar_views.calendar, name="calendar"),
    path("kalender/unit/<int:pk>/", calendar_views.unit_calendar, name="unit_calendar"),
    path("kalender/libur-nasional/", holiday_views.holidays, name="holidays"),
    path("kalender/libur/baru/", hours_views.add_day, name="add_day"),
    path("kalender/libur/<int:pk>/", hours_views.edit_day, name="edit_day"),
    path("kalender/libur/<int:pk>/hapus/", hours_views.remove_day, name="remove_day"),
    path("kalender/jam/baru/", hours_views.set_week, name="set_week"),
    path("kalender/jam/<int:pk>/hapus/", hours_views.remove_week, name="remove_week"),
    path("kalender/khusus/baru/", hours_views.add_special, name="add_special"),
    path("kalender/khusus/<int:pk>/", hours_views.edit_special, name="edit_special"),
    path("kalender/khusus/<int:pk>/hapus/", hours_views.remove_special, name="remove_special"),
]
