from django.urls import path

from pembina.web.account.views import demonstration

app_name = "demonstration"
urlpatterns = [path("masuk/", demonstration.sign_in, name="sign_in")]
