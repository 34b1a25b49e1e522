import django.db.migrations.operations.special
import django.db.models.deletion
from django.db import migrations, models


# Functions from the following migrations need manual copying.
# Move them and any dependencies into this file, then update the
# RunPython operations to refer to the local versions:
# pembina.domain.impact.migrations.0002_kept_as_locked

class Migration(migrations.Migration):

    dependencies = [
        ('access', '__first__'),
        ('impact', '0001_initial'),
        ('people', '0012_imports_number_in_a_row'),
    ]

    operations = [
        migrations.AddField(
            model_name='designunit',
            name='code',
            field=models.CharField(blank=True, max_length=64, verbose_name='Kode waktu dikunci'),
        ),
        migrations.AddField(
            model_name='designunit',
            name='name',
            field=models.CharField(blank=True, max_length=200, verbose_name='Nama waktu dikunci'),
        ),
        migrations.AddField(
            model_name='evaluationrun',
            name='cautions',
            field=models.JSONField(blank=True, default=list, verbose_name='Yang berubah selama pengamatan'),
        ),
        migrations.AlterField(
            model_name='decisionpublication',
            name='decision',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='publications', to='impact.decision', verbose_name='Keputusan program'),
        ),
        migrations.AlterField(
            model_name='evaluationrun',
            name='code_version',
            field=models.CharField(blank=True, max_length=120, verbose_name='Versi program'),
        ),
        migrations.AddConstraint(
            model_name='decisionpublication',
            constraint=models.UniqueConstraint(condition=models.Q(('withdrawn_at__isnull', True)), fields=('decision',), name='publication_one_at_a_time'),
        ),
        migrations.RunPython(
            code=pembina.domain.impact.migrations.0002_kept_as_locked.name_the_locked,
            reverse_code=django.db.migrations.operations.special.RunPython.noop,
        ),
    ]
