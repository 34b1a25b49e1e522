"""Work that goes on after an operation has answered: the one place that knows which library queues it.

Django 6 brings the same interface as ``django.tasks``; only this line changes then.
"""

from django_tasks import task

__all__ = ["task"]
