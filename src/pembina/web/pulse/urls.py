from django.urls import path

from pembina.web.pulse import answer_views, round_views

app_name = "pulse"

urlpatterns = [
    path("", answer_views.index, name="index"),
    path("<int:pk>/", answer_views.answer, name="answer"),
    path("hasil/<int:pk>/", answer_views.result, name="result"),
    path("kelola/", round_views.rounds, name="rounds"),
    path("kelola/baru/", round_views.new, name="new"),
    path("kelola/<int:pk>/", round_views.board, name="board"),
    path("kelola/<int:pk>/terbitkan/", round_views.release, name="release"),
]
