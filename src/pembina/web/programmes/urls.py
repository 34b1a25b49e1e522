from django.urls import path

from pembina.web.programmes import board_views, programme_views, wave_change_views, wave_views

app_name = "programmes"

urlpatterns = [
    path("", board_views.index, name="index"),
    path("unduh/", board_views.export, name="export"),
    path("baru/", programme_views.new, name="new"),
    path("<int:pk>/", programme_views.show, name="show"),
    path("<int:pk>/ubah/", programme_views.edit, name="edit"),
    path("<int:pk>/langkah/<str:name>/", programme_views.step, name="step"),
    path("<int:pk>/kembalikan/", programme_views.send_back, name="send_back"),
    path("<int:pk>/tutup/", programme_views.close, name="close"),
    path("<int:pk>/batalkan/", programme_views.drop, name="drop"),
    path("<int:pk>/evaluasi/<int:level>/", programme_views.evaluation, name="evaluation"),
    path("<int:pk>/gelombang/", wave_views.waves, name="waves"),
    path("<int:pk>/gelombang/undi/", wave_views.draw, name="draw"),
    path("<int:pk>/gelombang/susun/", wave_views.lay, name="lay"),
    path("gelombang/<int:pk>/geser/", wave_change_views.slip, name="slip"),
    path("gelombang/<int:pk>/mulai/", wave_change_views.start, name="start_wave"),
    path("gelombang/<int:pk>/tambah/", wave_change_views.join, name="join"),
    path("gelombang/unit/<int:pk>/mulai/", wave_change_views.unit_start, name="unit_start"),
    path("gelombang/unit/<int:pk>/keluar/", wave_change_views.unit_leave, name="unit_leave"),
    path("gelombang/unit/<int:pk>/kembali/", wave_change_views.unit_return, name="unit_return"),
]
