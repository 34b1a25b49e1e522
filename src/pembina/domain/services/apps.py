from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ServicesConfig(AppConfig):
    name = "pembina.domain.services"
    label = "services"
    verbose_name = "Layanan"

    def ready(self) -> None:
        from auditlog.registry import auditlog

        from pembina.domain.people.operations.unit_changes import follow
        from pembina.domain.services.standards import STANDARDS_APART
        from pembina.domain.services.unit_following import ServicesOfUnits

        for record in ("PublicService", "ServiceStandard", "ClosedDay", "OfficeWeek", "SpecialWeek"):
            auditlog.register(self.get_model(record))
        post_migrate.connect(STANDARDS_APART.install_after_migrating, sender=self)
        # Not the answers: nobody acts who could be named, and what decides about them writes its own event.
        for record in ("SurveyPeriod", "SurveyPlace", "ResponseDecision", "SurveyImport"):
            auditlog.register(self.get_model(record))
        for record in ("FollowUp", "SurveyReport", "SurveyPublication"):
            auditlog.register(self.get_model(record))
        follow(ServicesOfUnits())
