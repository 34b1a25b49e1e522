"""Complaints, suggestions and praise: what citizens write and follow without an account, and how officers answer."""
