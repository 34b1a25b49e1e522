from django.apps import AppConfig
from django.db.models.signals import post_migrate

# Enrolments and attendance are written by the thousand; their operations write the events themselves.
ON_RECORD = (
    "Partner",
    "PartnerAgreement",
    "PartnerAccount",
    "Curriculum",
    "CurriculumVersion",
    "Programme",
    "EvaluationPlan",
    "WavePlan",
    "Wave",
    "WaveUnit",
    "Batch",
    "Session",
    "BulkEnrolment",
    "CalendarAddress",
    "Certificate",
    "LearningRecord",
    "LearningImport",
    "DegreeStudy",
    "ProfessionalCertification",
    "Question",
    "LearningTest",
    "Grade",
    "OwnLearningForm",
    "ActionPlan",
    "BehaviourStatement",
)


class DevelopmentConfig(AppConfig):
    name = "pembina.domain.development"
    label = "development"
    verbose_name = "Pembinaan"

    def ready(self) -> None:
        from auditlog.registry import auditlog

        from pembina.domain.development.own_forms_apart import OWN_FORMS_APART
        from pembina.domain.development.unit_following import WavesOfUnits
        from pembina.domain.people.operations.unit_changes import follow

        for record in ON_RECORD:
            auditlog.register(self.get_model(record))
        post_migrate.connect(OWN_FORMS_APART.install_after_migrating, sender=self)
        follow(WavesOfUnits())
