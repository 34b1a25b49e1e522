from django.urls import path

from pembina.web.wave_planner import lot_views, plan_views, views

app_name = "wave_planner"

urlpatterns = [
    path("<int:pk>/", views.show, name="show"),
    path("<int:pk>/undi/", plan_views.draw, name="draw"),
    path("<int:pk>/susun/", plan_views.lay, name="lay"),
    path("<int:pk>/undian/", lot_views.lot, name="lot"),
    path("<int:pk>/undian.json", lot_views.lot_json, name="lot_json"),
]
