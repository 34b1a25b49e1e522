from django.apps import AppConfig

# Units of a design and frozen panels are written by the hundred; their operations write the events themselves.
ON_RECORD = (
    "Evaluation",
    "EvaluationDesign",
    "DesignOutcome",
    "DesignSigner",
    "EvaluationRun",
    "Decision",
    "DecisionSignature",
    "FollowUpTask",
    "DecisionPublication",
)


class ImpactConfig(AppConfig):
    name = "pembina.domain.impact"
    label = "impact"
    verbose_name = "Dampak"

    def ready(self) -> None:
        from auditlog.registry import auditlog

        for record in ON_RECORD:
            auditlog.register(self.get_model(record))
