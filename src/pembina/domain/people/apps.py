from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PeopleConfig(AppConfig):
    name = "pembina.domain.people"
    label = "people"
    verbose_name = "Pegawai"

    def ready(self) -> None:
        from auditlog.registry import auditlog

        from pembina.domain.people.overlap_guard import ASSIGNMENTS

        for record in ("Unit", "Person", "Assignment", "Delegation", "Mentorship", "CorrectionReport", "BulkChange"):
            auditlog.register(self.get_model(record))
        post_migrate.connect(ASSIGNMENTS.install_after_migrating, sender=self)
