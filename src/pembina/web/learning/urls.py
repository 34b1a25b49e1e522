from django.urls import path

from pembina.web.learning import answer_views, calendar_views, own_views, team_views

app_name = "learning"

urlpatterns = [
    path("", own_views.index, name="index"),
    path("angkatan/<int:pk>/", own_views.offer, name="offer"),
    path("angkatan/<int:pk>/minta/", answer_views.request_one, name="request"),
    path("tempat/<int:pk>/terima/", answer_views.accept_one, name="accept"),
    path("tempat/<int:pk>/tolak/", answer_views.decline_one, name="decline"),
    path("tempat/<int:pk>/mundur/", answer_views.withdraw_one, name="withdraw"),
    path("tim/", team_views.team, name="team"),
    path("tim/permintaan/<int:pk>/setujui/", team_views.approve_one, name="approve"),
    path("tim/permintaan/<int:pk>/tolak/", team_views.refuse_one, name="refuse"),
    path("tim/angkatan/<int:pk>/usulkan/", team_views.nominate_one, name="nominate"),
    path("kalender/", calendar_views.calendar, name="calendar"),
    path("kalender/cabut/", calendar_views.revoke, name="calendar_revoke"),
    path("kalender/<str:secret>.ics", calendar_views.feed, name="feed"),
]
