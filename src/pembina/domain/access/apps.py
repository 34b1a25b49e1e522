from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "pembina.domain.access"
    label = "access"
    verbose_name = "Akses"

    def ready(self) -> None:
        from auditlog.registry import auditlog

        # Out of the trail: the password, which is secret, and the last sign-in, which is an event of its own.
        auditlog.register(self.get_model("User"), exclude_fields=["password", "last_login"])
