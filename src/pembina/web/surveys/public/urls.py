from django.urls import path

from pembina.web.surveys.public import views, worker_views

app_name = "survey"
urlpatterns = [
    path("pekerja.js", worker_views.worker, name="worker"),
    path("<slug:token>/", views.page, name="page"),
    path("<slug:token>/kirim/", views.send, name="send"),
    path("<slug:token>/terima-kasih/", views.thanks, name="thanks"),
]
