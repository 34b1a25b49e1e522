"""Satisfaction survey files: raw answers or counts of scores, with the elements recognised by number, key or name."""

from pembina.exchange.survey_files.answers import SurveyAnswers, read_answers
from pembina.exchange.survey_files.elements import ORDERS, Order, element_of

__all__ = ["ORDERS", "Order", "SurveyAnswers", "element_of", "read_answers"]
