from django.urls import URLPattern, URLResolver, include, path

from pembina.web.forums import commitment_views, public_views, question_views, staff_views

app_name = "forums"

of_citizens = [
    path("forum/", public_views.public_index, name="public_index"),
    path("forum/<int:pk>/", public_views.event, name="event"),
    path("forum/<int:pk>/tanya/", public_views.ask, name="ask"),
    path("forum/<int:pk>/dukung/<int:question>/", public_views.support, name="support"),
    path("forum/<int:pk>/acara.ics", public_views.calendar, name="calendar"),
    path("janji/", public_views.board, name="board"),
    path("janji/<int:pk>/", public_views.promise, name="promise"),
]
of_promises = [
    path("", commitment_views.commitments, name="commitments"),
    path("unduh/", commitment_views.export, name="export"),
    path("baru/", commitment_views.promise_new, name="promise_new"),
    path("baru/<int:pk>/", commitment_views.promise_of_unit, name="promise_of_unit"),
    path("<int:pk>/", commitment_views.commitment, name="commitment"),
    path("<int:pk>/catat/", commitment_views.progress, name="progress"),
    path("<int:pk>/selesai/", commitment_views.keep, name="keep"),
    path("<int:pk>/tunda/", commitment_views.postpone, name="postpone"),
    path("<int:pk>/hentikan/", commitment_views.drop, name="drop"),
]
of_officers: list[URLPattern | URLResolver] = [
    path("", staff_views.index, name="index"),
    path("janji/", include(of_promises)),
    path("baru/", staff_views.new, name="new"),
    path("baru/<int:pk>/", staff_views.new_of_unit, name="new_of_unit"),
    path("<int:pk>/", staff_views.show, name="show"),
    path("<int:pk>/ubah/", staff_views.edit, name="edit"),
    path("<int:pk>/batalkan/", staff_views.cancel, name="cancel"),
    path("<int:pk>/undangan.pdf", staff_views.poster_file, name="poster"),
    path("<int:pk>/langkah/<str:name>/", staff_views.step, name="step"),
    path("<int:pk>/langsung/", question_views.live, name="live"),
    path("<int:pk>/notulen/", question_views.minutes, name="minutes"),
    path("<int:pk>/janji/", commitment_views.promise_of_forum, name="promise_of_forum"),
    path("<int:pk>/pertanyaan/", question_views.questions, name="questions"),
    path("<int:pk>/pertanyaan/<int:question>/jawab/", question_views.answer, name="answer"),
    path("<int:pk>/pertanyaan/<int:question>/tolak/", question_views.refuse, name="refuse"),
    path("<int:pk>/pertanyaan/<int:question>/<str:name>/", question_views.move, name="move"),
]
urlpatterns = [*of_citizens, path("forum-warga/", include(of_officers))]
