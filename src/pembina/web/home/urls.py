from django.urls import path

from pembina.web.home import views

app_name = "home"
urlpatterns = [path("", views.index, name="index")]
