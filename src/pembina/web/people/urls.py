from django.urls import path

from pembina.web.people import views

app_name = "people"
urlpatterns = [
    path("pegawai/", views.index, name="index"),
    path("pegawai/unduh/", views.export, name="export"),
    path("pegawai/<int:pk>/", views.person, name="person"),
    path("unit-kerja/", views.units, name="units"),
]
