from django.urls import path

from pembina.web.counselling import views

app_name = "counselling"

urlpatterns = [
    path("", views.index, name="index"),
    path("lapor/", views.people, name="people"),
    path("lapor/<int:pk>/", views.report, name="report"),
    path("<int:pk>/", views.show, name="show"),
    path("<int:pk>/cetak/", views.paper, name="paper"),
    path("<int:pk>/terima/", views.take, name="take"),
    path("<int:pk>/catat/", views.note, name="note"),
    path("<int:pk>/tutup/", views.close, name="close"),
]
