from django.urls import URLPattern

app_name = "satisfaction_tool"
urlpatterns: list[URLPattern] = []
