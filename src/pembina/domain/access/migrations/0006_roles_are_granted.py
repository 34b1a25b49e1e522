from django.db import migrations


class Migration(migrations.Migration):
    """Apart from the copying before it: PostgreSQL does not alter a table in the transaction that has filled another."""

    dependencies = [
        ("access", "0005_role_grants"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="user",
            name="user_role_is_known",
        ),
        migrations.RemoveField(
            model_name="user",
            name="role_code",
        ),
    ]
