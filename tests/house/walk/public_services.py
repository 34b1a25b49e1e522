"""How Dewi meets the pages of the service catalogue and of the calendars."""

from pembina.domain.services.models import ClosedDay, OfficeWeek, PublicService, SpecialWeek


def service(world):
    return {"pk": PublicService.objects.get(code="PBG").pk}


def standard(world):
    return {"pk": PublicService.objects.get(code="PBG").standards.order_by("-starts_on").first().pk}


def first_of(model):
    """Return a maker of the sample: one row of a calendar, the same for every address."""

    def row(world):
        return {"pk": model.objects.order_by("pk").first().pk}

    return row


def unit(world):
    return {"pk": world.unit("sari").pk}


SAMPLES = {
    "public_services:service": service,
    "public_services:edit": service,
    "public_services:move": service,
    "public_services:close": service,
    "public_services:reopen": service,
    "public_services:new_standard": service,
    "public_services:standard": standard,
    "public_services:correct_standard": standard,
    "public_services:withdraw_standard": standard,
    "public_services:unit_calendar": unit,
    "public_services:*_day": first_of(ClosedDay),
    "public_services:remove_week": first_of(OfficeWeek),
    "public_services:*_special": first_of(SpecialWeek),
}
