from django.apps import AppConfig

ON_RECORD = (
    "PerformancePlan",
    "Goal",
    "Indicator",
    "Realisation",
    "PlanNote",
    "BehaviourExpectation",
    "EvaluationPeriod",
    "Appraisal",
    "AppraisalPaper",
    "AppraisalRun",
    "Objection",
    "OrganisationRating",
    "PatternReason",
    "PulseRound",
    "PerformanceResult",
    "ResultImport",
    "GoalTemplate",
    "TemplateUse",
)
# Of these the trail knows who and when; their words stand in the records alone.
WITHOUT_WORDS = {
    "CounsellingNote": ("words",),
    "CounsellingReport": ("problem", "tried"),
    "Feedback": ("situation", "behaviour", "impact", "next_step", "answer"),
    "FeedbackRequest": ("matter", "word"),
    "GuidanceRecord": ("parts",),
    "GuidanceMeeting": ("material", "action"),
    "GuidanceOpinion": ("answers", "words"),
}


class PerformanceConfig(AppConfig):
    name = "pembina.domain.performance"
    label = "performance"
    verbose_name = "Kinerja"

    def ready(self) -> None:
        from auditlog.registry import auditlog

        for record in ON_RECORD:
            auditlog.register(self.get_model(record))
        for record, words in WITHOUT_WORDS.items():
            auditlog.register(self.get_model(record), exclude_fields=list(words))
