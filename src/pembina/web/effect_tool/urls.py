from django.urls import URLPattern

app_name = "effect_tool"
urlpatterns: list[URLPattern] = []
