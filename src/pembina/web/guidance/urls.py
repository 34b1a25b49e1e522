from django.urls import path

from pembina.web.guidance import opinion_views, paper_views, record_views

app_name = "guidance"

urlpatterns = [
    path("", record_views.index, name="index"),
    path("orang/", record_views.people, name="people"),
    path("catat/<int:pk>/<str:kind>/", record_views.write, name="write"),
    path("<int:pk>/", record_views.show, name="show"),
    path("<int:pk>/ubah/", record_views.change, name="change"),
    path("<int:pk>/setujui/", record_views.confirm, name="confirm"),
    path("<int:pk>/jurnal/", record_views.meeting, name="meeting"),
    path("<int:pk>/cetak/", paper_views.record_paper, name="record_paper"),
    path("penilaian/<int:pk>/cetak/", paper_views.opinion_paper, name="opinion_paper"),
    path("<int:pk>/nilai/", opinion_views.say, name="say"),
    path("penilaian/", opinion_views.opinions, name="opinions"),
    path("penilaian/<int:pk>/", opinion_views.opinion, name="opinion"),
]
