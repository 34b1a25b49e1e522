"""Learning as files: the ledger of learning hours for SIASN, grades from a partner, and earlier history.

Nothing here needs Django: what comes in is read in a bounded process (`pembina.exchange.bounded_reading`).
"""

from pembina.exchange.learning.findings import CellFinding
from pembina.exchange.learning.forms import FORMS, STRUCTURAL_TRAININGS, Form, structural_named
from pembina.exchange.learning.grades import GradeRow, GradesFile, grades_template, grades_template_csv, read_grades
from pembina.exchange.learning.history import HistoryFile, HistoryRow, read_history
from pembina.exchange.learning.history_template import history_template, history_template_csv
from pembina.exchange.learning.identities import IdentityFile, read_identities
from pembina.exchange.learning.ledger import LedgerRow
from pembina.exchange.learning.refusals import SiasnFinding, refused_by_siasn
from pembina.exchange.learning.shapes import DIKLAT_FIELDS, KURSUS_FIELDS, Shape, shape_of, siasn_fields
from pembina.exchange.learning.writing import SiasnExport, export_csv, export_workbook, siasn_export

__all__ = [
    "DIKLAT_FIELDS",
    "FORMS",
    "KURSUS_FIELDS",
    "STRUCTURAL_TRAININGS",
    "CellFinding",
    "Form",
    "GradeRow",
    "GradesFile",
    "HistoryFile",
    "HistoryRow",
    "IdentityFile",
    "LedgerRow",
    "Shape",
    "SiasnExport",
    "SiasnFinding",
    "export_csv",
    "export_workbook",
    "grades_template",
    "grades_template_csv",
    "history_template",
    "history_template_csv",
    "read_grades",
    "read_history",
    "read_identities",
    "refused_by_siasn",
    "shape_of",
    "siasn_export",
    "siasn_fields",
    "structural_named",
]
