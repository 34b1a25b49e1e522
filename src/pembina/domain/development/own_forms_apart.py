"""The database refuses two own entries of one form of development that overlap."""

from pembina.domain.people.overlap_guard import OverlapGuard

OWN_FORMS_APART = OverlapGuard(
    "own_forms_no_overlap",
    "development.OwnLearningForm",
    ("form",),
    "",
    "two own entries for one form of development overlap",
)
