"""The description of the interface in OpenAPI 3.1, made from the same words and limits as the code that reads."""

from typing import Any

import pembina
from pembina.api.reports import LONGEST
from pembina.domain.services.enums import Channel, PauseReason
from pembina.domain.services.operations.reported_events import MOST_A_MINUTE, EventKind

_TEXT = {"type": "object", "properties": {"id": {"type": "string"}, "en": {"type": "string"}}}
_MEANINGS = {
    "key": "Key of this event, chosen by your program and never used again: a UUID. Sent twice it is taken once.",
    "service": "Code of the service in the catalogue of the unit.",
    "number": "Number of the request in your office. No name, NIK or other data of the applicant.",
}
_EXAMPLE = {
    "key": "5f0c9a52-6a83-4f0e-8f5e-3f5a2c1b7d10",
    "event": "received",
    "service": "IZIN-01",
    "number": "2026/03/0012",
    "at": "2026-03-02T08:30:00+07:00",
    "channel": "counter",
}


def _event() -> dict[str, Any]:
    texts = {
        field: {"type": "string", "minLength": 1, "maxLength": longest, "description": _MEANINGS[field]}
        for field, longest in LONGEST.items()
    }
    return {
        "type": "object",
        "required": ["key", "event", "service", "number", "at"],
        "additionalProperties": False,
        "properties": {
            **texts,
            "event": {"type": "string", "enum": [kind.value for kind in EventKind]},
            "at": {
                "type": "string",
                "format": "date-time",
                "description": "When it happened, with its offset from UTC.",
            },
            "channel": {
                "type": "string",
                "enum": list(Channel.values),
                "default": Channel.ONLINE.value,
                "description": "By what way the request came; of the event received only.",
            },
            "reason": {
                "type": "string",
                "enum": list(PauseReason.values),
                "description": "For whom the request waits; required for the event paused. Only waiting for the "
                "applicant stops the clock of the standard.",
            },
        },
        "example": _EXAMPLE,
    }


def _request() -> dict[str, Any]:
    moment = {"type": ["string", "null"], "format": "date-time"}
    return {
        "type": "object",
        "properties": {
            "request": {
                "type": "object",
                "properties": {
                    "service": {"type": "string"},
                    "number": {"type": "string"},
                    "received": moment,
                    "ended": moment,
                    "withdrawn": {"type": "boolean"},
                    "resting": {"type": "boolean"},
                },
            },
            "repeated": {"type": "boolean", "description": "Whether this key had been taken before."},
        },
    }


_ERRORS = {
    "type": "object",
    "properties": {
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {"field": {"type": "string"}, "message": _TEXT, "remedy": _TEXT},
            },
        }
    },
}
_REFUSALS = {
    "401": "The token is missing, wrong or revoked.",
    "404": "The service or the request is not known to the unit of this token.",
    "409": "The step does not fit what is on record, or the key was used for another event.",
    "413": "The body is too large.",
    "422": "A field cannot be used.",
    "429": f"Too many wrong tokens, or more than {MOST_A_MINUTE} events a minute; see Retry-After.",
}


def _json(schema: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}


DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {
        "title": "Pembina: service requests",
        "version": pembina.__version__,
        "description": "Programs of a service unit report what happens to a request, one event at a time.",
    },
    "security": [{"token": []}],
    "paths": {
        "/api/v1/request-events": {
            "post": {
                "operationId": "reportRequestEvent",
                "summary": "Report that a request was received, rests, goes on, or has ended",
                "requestBody": {"required": True, "content": _json("Event")},
                "responses": {
                    "201": {"description": "Taken.", "content": _json("Request")},
                    "200": {
                        "description": "Taken before under this key.",
                        "content": _json("Request"),
                    },
                    **{code: {"description": why, "content": _json("Errors")} for code, why in _REFUSALS.items()},
                },
            }
        }
    },
    "components": {
        "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        "schemas": {"Event": _event(), "Request": _request(), "Errors": _ERRORS},
    },
}
