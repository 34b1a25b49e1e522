"""The operations on results of the national record in words."""

from pembina.domain.access.audit_shapes import changed, looked

RESULTS = {
    "import_results": changed("mengimpor hasil kinerja", "imported results of performance"),
    "import_result_rows": changed("mencatat hasil kinerja dari berkas", "noted a result of performance from a file"),
    "undo_import_results": changed("mengurungkan impor hasil kinerja", "took an import of results back"),
    "undo_import_result_rows": changed(
        "mengurungkan hasil kinerja dari berkas", "took a result of performance from a file back"
    ),
    "export_results": looked("mengunduh daftar hasil kinerja", "downloaded the list of results of performance"),
    "export_results_for_siasn": looked(
        "mengunduh hasil kinerja untuk SIASN", "downloaded results of performance for SIASN"
    ),
    "look_at_results": looked("melihat hasil kinerja", "looked at the results of performance"),
    "load_demo_results": changed("memuat hasil kinerja contoh", "loaded the sample results of performance"),
}
