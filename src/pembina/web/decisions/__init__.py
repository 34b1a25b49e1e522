"""Decisions on programmes, their signatures and what follows."""
