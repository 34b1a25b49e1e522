from django.apps import AppConfig

ON_RECORD = (
    "PerformancePlan",
    "Goal",
    "Indicator",
    "Realisation",
    "PlanNote",
    "BehaviourExpectation",
    "EvaluationPeriod",
    "GoalTemplate",
    "TemplateUse",
)


class PerformanceConfig(AppConfig):
    name = "pembina.domain.performance"
    label = "performance"
    verbose_name = "Kinerja"

    def ready(self) -> None:
        from auditlog.registry import auditlog

        for record in ON_RECORD:
            auditlog.register(self.get_model(record))
