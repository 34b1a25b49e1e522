from django.urls import path

from pembina.web.corrections import deciding_views, views

app_name = "corrections"
urlpatterns = [
    path("", deciding_views.queue, name="queue"),
    path("saya/", views.mine, name="mine"),
    path("terima-bersama/", deciding_views.accept_together, name="accept_together"),
    path("baru/<int:pk>/", views.begin, name="begin"),
    path("baru/<int:pk>/<str:about>/", views.report, name="report"),
    path("<int:pk>/", views.show, name="show"),
    path("<int:pk>/tarik/", views.withdraw, name="withdraw"),
    path("<int:pk>/terima/", deciding_views.accept, name="accept"),
    path("<int:pk>/tolak/", deciding_views.decline, name="decline"),
]
