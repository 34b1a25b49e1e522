from django.urls import path

from pembina.web.feedback import cadence_views, note_views, request_views, writing_views

app_name = "feedback"

urlpatterns = [
    path("", note_views.index, name="index"),
    path("<int:pk>/", note_views.show, name="show"),
    path("<int:pk>/tanggapi/", note_views.answer, name="answer"),
    path("<int:pk>/perbaiki/", writing_views.correct, name="correct"),
    path("<int:pk>/lanjutkan/", writing_views.follow, name="follow"),
    path("beri/", writing_views.people, name="people"),
    path("beri/<int:pk>/", writing_views.write, name="write"),
    path("permintaan/", request_views.requests, name="requests"),
    path("permintaan/baru/", request_views.ask, name="ask"),
    path("permintaan/<int:pk>/jawab/", request_views.reply, name="reply"),
    path("permintaan/<int:pk>/tolak/", request_views.decline, name="decline"),
    path("irama/", cadence_views.own, name="cadence"),
    path("irama/pimpinan/", cadence_views.leaders, name="leaders"),
]
