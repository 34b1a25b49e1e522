from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PeopleConfig(AppConfig):
    name = "pembina.domain.people"
    label = "people"
    verbose_name = "Pegawai"

    def ready(self) -> None:
        from auditlog.registry import auditlog

        from pembina.domain.people.overlap_guard import install_after_migrating

        for record in ("Unit", "Person", "Assignment", "Delegation"):
            auditlog.register(self.get_model(record))
        post_migrate.connect(install_after_migrating, sender=self)
