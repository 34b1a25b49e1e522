"""Regulations as code: one package per rule."""
