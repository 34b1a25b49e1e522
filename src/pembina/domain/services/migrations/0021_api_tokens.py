import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("access", "__first__"),
        ("people", "0010_fewer_indexes"),
        ("services", "0020_request_imports"),
    ]

    operations = [
        migrations.CreateModel(
            name="ApiToken",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=100, verbose_name="Nama aplikasi")),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("ending", models.CharField(max_length=4, verbose_name="Empat huruf terakhir")),
                ("created_at", models.DateTimeField(verbose_name="Dibuat")),
                ("used_at", models.DateTimeField(blank=True, null=True, verbose_name="Terakhir dipakai")),
                ("revoked_at", models.DateTimeField(blank=True, null=True, verbose_name="Dicabut")),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="api_tokens",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="Dibuat oleh",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="api_tokens",
                        to="people.unit",
                        verbose_name="Unit kerja",
                    ),
                ),
            ],
            options={
                "verbose_name": "Token API",
                "verbose_name_plural": "Token API",
                "indexes": [models.Index(fields=["unit", "-created_at"], name="api_token_of_unit")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), _negated=True), models.Q(("digest", ""), _negated=True)
                        ),
                        name="api_token_is_named",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportedEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=100)),
                ("digest", models.CharField(max_length=64)),
                ("event", models.CharField(max_length=10)),
                ("at", models.DateTimeField()),
                (
                    "request",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="services.servicerequest"
                    ),
                ),
                (
                    "token",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="services.apitoken",
                    ),
                ),
            ],
            options={
                "verbose_name": "Kejadian dari aplikasi",
                "verbose_name_plural": "Kejadian dari aplikasi",
                "indexes": [models.Index(fields=["token", "at"], name="reported_lately")],
                "constraints": [models.UniqueConstraint(fields=("token", "key"), name="reported_once_a_key")],
            },
        ),
    ]
