from django.urls import path

from pembina.web.roles import granting_views, views

app_name = "roles"
urlpatterns = [
    path("", views.index, name="index"),
    path("pemberian/", views.grants, name="grants"),
    path("pemberian/baru/", granting_views.grant, name="grant"),
    path("pemberian/<int:pk>/akhiri/", granting_views.end, name="end"),
]
