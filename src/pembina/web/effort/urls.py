from django.urls import path

from pembina.web.effort import agreement_views, record_views, team_views

app_name = "effort"

urlpatterns = [
    path("", record_views.index, name="index"),
    path("pegawai/<int:pk>/", record_views.person, name="person"),
    path("langkah/<slug:key>/", record_views.remark, name="remark"),
    path("tim/", team_views.team, name="team"),
    path("tim/unduh/", team_views.team_file, name="team_file"),
    path("hasil/<int:pk>/tingkat/", agreement_views.propose, name="propose"),
    path("tingkat/<int:pk>/<str:name>/", agreement_views.answer, name="answer"),
    path("indikator/<int:pk>/penjaga/", agreement_views.guard, name="guard"),
    path("penjaga/<int:pk>/tarik/", agreement_views.guard_back, name="guard_back"),
]
