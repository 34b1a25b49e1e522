"""Appraisals: the own ones, those of the people one leads, and the periods of human resources."""
