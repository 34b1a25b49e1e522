"""What writing the workblock of a result refuses."""

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError


class StrategyElsewhereError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Workblock hanya untuk SKP pimpinan.", en="Workblocks are for the plans of leaders only."),
            Text(
                id="Tulis cara mencapai hasil pada rencana aksi, atau kosongkan workblock yang sudah ada.",
                en="Tell how the result is reached in the action plan, or empty the workblock that is there.",
            ),
        )


class StrategyIncompleteError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Workblock belum lengkap.", en="The workblock is not complete."),
            Text(
                id="Isi judul inisiatif, sedikitnya satu kegiatan kunci, dan sedikitnya satu keluaran kunci; "
                "atau kosongkan semuanya bila workblock tidak diperlukan.",
                en="Fill in the title of the initiative, at least one key activity and at least one key milestone; "
                "or leave everything empty where no workblock is needed.",
            ),
        )
