"""The addresses of the demonstration: all of ours, and the one by which a persona signs in with one click."""

from django.urls import include, path

from pembina.config.urls import urlpatterns as ours

urlpatterns = [*ours, path("peragaan/", include("pembina.web.account.demo_urls"))]
