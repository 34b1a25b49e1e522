from django.urls import path

from pembina.web.attendance import check_views, day_views, list_views

app_name = "attendance"

urlpatterns = [
    path("", day_views.index, name="index"),
    path("pekerja.js", check_views.worker, name="worker"),
    path("tanpa-jaringan/", check_views.offline, name="offline"),
    path("<int:pk>/", day_views.day, name="day"),
    path("<int:pk>/kode/", day_views.code, name="code"),
    path("<int:pk>/layar/", day_views.screen, name="screen"),
    path("<int:pk>/masuk/", check_views.check_in, name="check_in"),
    path("<int:pk>/catat/", list_views.mark, name="mark"),
    path("<int:pk>/sisanya/", list_views.rest, name="rest"),
    path("<int:pk>/daftar.pdf", list_views.paper, name="paper"),
    path("<int:pk>/peserta/<int:seat>/", list_views.entry, name="entry"),
]
