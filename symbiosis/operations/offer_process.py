"""A firm says what it could do for others with its machines, and to what, or that it no longer does."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from graph import offers
from graph.errors import NotFound
from graph.offers import ProcessOffer
from matching.errors import BadValue
from symbiosis.access import Viewer, require_for
from symbiosis.errors import InvalidInput
from symbiosis.inputs import OfferInput, TreatedInput
from symbiosis.operations.show_firm import firm_of, require_active_firm
from symbiosis.reducing_chains import offered_view
from symbiosis.views import OfferedView
from symbiosis.wiring import Services


def offer_process(
    services: Services, viewer: Viewer, firm_id: str, given: OfferInput, *, now: datetime
) -> OfferedView:
    """Offer a process to others at a place of the firm; what was said of it before is replaced.

    Raises:
        NotFound: the firm or its site does not exist, or is not the viewer's.
        InvalidInput: an unknown process or material.
        FirmSuspended: nothing can be changed now.
    """
    require_for(viewer, "edit_firm", firm_id, what="firm", id=firm_id)
    require_active_firm(services, viewer, firm_id)
    if given.process_id not in services.book.processes:
        expected = "a process of the reference book"
        problem = BadValue(field="process_id", value=given.process_id, expected=expected)
        raise InvalidInput({"process_id": [problem]})
    before = _known(services, firm_id, given.site_id, given.process_id)
    said = before.treats if before else ()
    offer = ProcessOffer(
        firm_id=firm_id,
        site_id=given.site_id,
        process_id=given.process_id,
        tonnes_per_year=given.tonnes_per_year,
        price_gel_per_t=given.price_gel_per_t,
        takes_hazardous=given.takes_hazardous,
        has_permit=given.has_permit,
        treats=said if given.treats is None else _materials(services, given.treats),
    )
    return _put(services, offer)


def say_what_is_treated(
    services: Services, viewer: Viewer, firm_id: str, given: TreatedInput, *, now: datetime
) -> OfferedView:
    """Say what an offered process is for: only these materials, and what is narrower, are led to it.

    Raises:
        NotFound: there is no such offer, or it is not the viewer's.
        InvalidInput: an unknown material.
        FirmSuspended: nothing can be changed now.
    """
    require_for(viewer, "edit_firm", firm_id, what="firm", id=firm_id)
    require_active_firm(services, viewer, firm_id)
    known = _known(services, firm_id, given.site_id, given.process_id)
    if known is None:
        raise NotFound(what="process", id=given.process_id)
    return _put(services, replace(known, treats=_materials(services, given.treats)))


def withdraw_process(
    services: Services, viewer: Viewer, firm_id: str, site_id: str, process_id: str, *, now: datetime
) -> None:
    """Offer a process no longer.

    Raises:
        NotFound: there is no such offer, or it is not the viewer's.
        FirmSuspended: nothing can be changed now.
    """
    require_for(viewer, "edit_firm", firm_id, what="firm", id=firm_id)
    require_active_firm(services, viewer, firm_id)
    offers.remove(services.store, firm_id, site_id, process_id)


def list_offered(
    services: Services, viewer: Viewer, firm_id: str, *, now: datetime
) -> tuple[OfferedView, ...]:
    """What a firm offers to do for others, for itself or a coordinator.

    Raises:
        NotFound: it does not exist, or is not the viewer's.
    """
    require_for(viewer, "see_firm", firm_id, what="firm", id=firm_id)
    firm_of(services, firm_id)
    return tuple(offered_view(one) for one in offers.of_firm(services.store, firm_id))


def _known(services: Services, firm_id: str, site_id: str, process_id: str) -> ProcessOffer | None:
    known = offers.of_firm(services.store, firm_id)
    return next((one for one in known if (one.site_id, one.process_id) == (site_id, process_id)), None)


def _materials(services: Services, ids: tuple[str, ...]) -> tuple[str, ...]:
    unknown = [one for one in ids if one not in services.book.materials]
    if unknown:
        expected = "a material of the reference book"
        problem = BadValue(field="treats", value=unknown[0], expected=expected)
        raise InvalidInput({"treats": [problem]})
    return tuple(sorted(ids))


def _put(services: Services, offer: ProcessOffer) -> OfferedView:
    offers.put(services.store, offer)
    return offered_view(_known(services, offer.firm_id, offer.site_id, offer.process_id) or offer)
