from django.urls import path

from pembina.web.account import views

app_name = "account"
urlpatterns = [
    path("masuk/", views.sign_in, name="sign_in"),
    path("keluar/", views.sign_out, name="sign_out"),
    path("saya/", views.me, name="me"),
    path("bahasa/", views.language, name="language"),
]
