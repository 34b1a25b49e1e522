from django.urls import path

from pembina.web.sessions import batch_views, bulk_views, participant_views, session_views

app_name = "sessions"

urlpatterns = [
    path("", batch_views.index, name="index"),
    path("baru/", batch_views.new, name="new"),
    path("baru/<int:pk>/", batch_views.new_of_programme, name="new_of_programme"),
    path("sesi/<int:pk>/", session_views.session, name="session"),
    path("sesi/<int:pk>/ubah/", session_views.edit, name="session_edit"),
    path("sesi/<int:pk>/batalkan/", session_views.cancel, name="session_cancel"),
    path("massal/<int:pk>/", bulk_views.bulk, name="bulk"),
    path("massal/<int:pk>/terapkan/", bulk_views.apply, name="bulk_apply"),
    path("massal/<int:pk>/urungkan/", bulk_views.undo, name="bulk_undo"),
    path("<int:pk>/", batch_views.batch, name="batch"),
    path("<int:pk>/ubah/", batch_views.edit, name="edit"),
    path("<int:pk>/langkah/<str:name>/", batch_views.step, name="step"),
    path("<int:pk>/batalkan/", batch_views.cancel, name="cancel"),
    path("<int:pk>/sesi/", session_views.new, name="session_new"),
    path("<int:pk>/rangkaian/", session_views.series, name="series"),
    path("<int:pk>/peserta/", participant_views.appoint_one, name="appoint"),
    path("<int:pk>/peserta/unduh/", participant_views.export, name="export"),
    path("<int:pk>/peserta/keluarkan/", participant_views.leave, name="leave"),
    path("<int:pk>/peserta/pindahkan/", participant_views.move, name="move"),
    path("<int:pk>/massal/", bulk_views.new, name="bulk_new"),
]
