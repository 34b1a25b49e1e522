from django.apps import AppConfig
from django.db.models.signals import post_migrate


class AccessConfig(AppConfig):
    name = "pembina.domain.access"
    label = "access"
    verbose_name = "Akses"

    def ready(self) -> None:
        from auditlog.registry import auditlog

        from pembina.domain.access.append_only import put_after_migrating

        # Out of the trail: the password, which is secret, and the last sign-in, which is an event of its own.
        auditlog.register(self.get_model("User"), exclude_fields=["password", "last_login"])
        auditlog.register(self.get_model("RoleGrant"))
        post_migrate.connect(put_after_migrating, sender=self)
