from django.urls import URLPattern, URLResolver, include, path

from pembina.web.learning_tests import (
    bank_views,
    grade_import_views,
    grade_views,
    participant_views,
    question_import_views,
    result_views,
    test_views,
)

app_name = "learning_tests"

of_participants = [
    path("", participant_views.index, name="index"),
    path("<int:pk>/kerjakan/", participant_views.take, name="take"),
    path("<int:pk>/evaluasi/", participant_views.react, name="react"),
]
of_batches = [
    path("<int:pk>/", result_views.batch, name="batch"),
    path("<int:pk>/peserta/", result_views.people, name="people"),
    path("<int:pk>/soal/", result_views.items, name="items"),
    path("<int:pk>/susun/<str:moment>/", test_views.plan, name="plan"),
    path("<int:pk>/nilai/", grade_views.grades, name="grades"),
    path("<int:pk>/nilai/berkas/", grade_views.template, name="grade_template"),
    path("<int:pk>/nilai/impor/", grade_import_views.bring_in, name="grade_import"),
    path("<int:pk>/nilai/impor/terapkan/", grade_import_views.apply, name="apply_grades"),
]
of_banks = [
    path("", bank_views.banks, name="banks"),
    path("<int:pk>/", bank_views.bank, name="bank"),
    path("<int:pk>/baru/", bank_views.new, name="question_new"),
    path("<int:pk>/unduh/", question_import_views.export, name="questions_export"),
    path("<int:pk>/templat/", question_import_views.template, name="questions_template"),
    path("<int:pk>/impor/", question_import_views.bring_in, name="questions_import"),
    path("<int:pk>/impor/terapkan/", question_import_views.apply, name="apply_questions"),
    path("butir/<int:pk>/", bank_views.edit, name="question"),
    path("butir/<int:pk>/<str:name>/", bank_views.step, name="question_step"),
]
urlpatterns: list[URLPattern | URLResolver] = [
    *of_participants,
    path("angkatan/", include(of_batches)),
    path("program/<int:pk>/", result_views.programme, name="programme"),
    path("nilai/impor/<int:pk>/urungkan/", grade_import_views.undo, name="undo_grades"),
    path("bank/", include(of_banks)),
]
