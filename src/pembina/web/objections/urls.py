from django.urls import path

from pembina.web.objections import views

app_name = "objections"

urlpatterns = [
    path("", views.index, name="index"),
    path("rekap/", views.published, name="published"),
    path("ajukan/<int:pk>/", views.file, name="file"),
    path("<int:pk>/", views.show, name="show"),
    path("<int:pk>/penjelasan/", views.statement, name="statement"),
    path("<int:pk>/keterangan/", views.hearing, name="hearing"),
    path("<int:pk>/putuskan/", views.decide, name="decide"),
]
