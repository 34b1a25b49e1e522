"""The service catalogue as a workbook, out and in. Nothing is imported here: files are read without Django."""
