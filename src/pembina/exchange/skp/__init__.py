"""Results of the national record as files: read from SIASN's shapes, and written back in them.

Nothing here needs Django: what comes in is read in a bounded process (`pembina.exchange.bounded_reading`).
"""

from pembina.exchange.skp.periods import Period
from pembina.exchange.skp.reading import ResultFile, ResultRow, read_results
from pembina.exchange.skp.siasn import (
    ANNUAL_FIELDS,
    PERIODIC_FIELDS,
    SOURCE_WORDS,
    AppraisalExport,
    AppraisalRow,
    RefusedCell,
    Source,
    Standing,
    appraisal_export,
    export_csv,
    export_workbook,
    period_words,
    siasn_fields,
)
from pembina.exchange.skp.template import results_template

__all__ = [
    "ANNUAL_FIELDS",
    "PERIODIC_FIELDS",
    "SOURCE_WORDS",
    "AppraisalExport",
    "AppraisalRow",
    "Period",
    "RefusedCell",
    "ResultFile",
    "ResultRow",
    "Source",
    "Standing",
    "appraisal_export",
    "export_csv",
    "export_workbook",
    "period_words",
    "read_results",
    "results_template",
    "siasn_fields",
]
