"""OParl 1.1: system, body, paged lists with filters by time, and every object by its own address."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from pipeline.simulation.servers.base import Answer, Council, Product, Request, as_json, as_pdf
from pipeline.simulation.servers.oparl_objects import Objects

PER_PAGE = 25
_LISTS = ("organization", "person", "meeting", "paper", "agendaItem", "consultation", "file", "membership")
_ERROR = {"type": "https://schema.oparl.org/1.1/Error", "message": "Das Objekt ist nicht vorhanden.", "debug": ""}


def answer(council: Council, request: Request, prefix: str = "oparl/v1.1/") -> Answer | None:
    """What the server says to a request below its OParl address."""
    path = request.path.lstrip("/")
    if not path.startswith(prefix):
        return None
    objects = Objects(council, request.base + prefix)
    kind, _, rest = path.removeprefix(prefix).partition("/")
    if kind == "download":
        return as_pdf(council.file(rest.removesuffix(".pdf")))
    if kind == "system":
        return as_json(_system(objects), validated=True)
    if kind == "bodies":
        return as_json(_paged(objects, request, [0], lambda _: [_body(objects)]), validated=True)
    if kind == "body":
        return as_json(_body(objects), validated=True) if rest == "1" else _listed(objects, request, rest)
    found = objects.find(kind, rest)
    return as_json(found, validated=True) if found else as_json(_ERROR, status=404)


def _system(o: Objects) -> dict[str, Any]:
    return {
        **o.head("System", "system"),
        "oparlVersion": "https://schema.oparl.org/1.1/",
        "name": f"OParl-Schnittstelle {o.council.name}",
        "body": f"{o.base}bodies",
        "vendor": "https://simulation.example/",
        "product": "https://simulation.example/oparl",
    }


def _body(o: Objects) -> dict[str, Any]:
    body = o.council.town.body
    terms = [
        {
            **o.head("LegislativeTerm", f"legislativeTerm/{term.id}"),
            "body": f"{o.base}body/1",
            "name": term.name,
            "startDate": f"{term.start}",
            "endDate": f"{term.end}",
        }
        for term in o.council.town.terms
    ]
    return {
        **o.head("Body", "body/1"),
        "system": f"{o.base}system",
        "name": body.name,
        "shortName": body.name,
        "ags": f"{body.id}000",
        "classification": body.classification,
        **{name: f"{o.base}body/1/{name}" for name in _LISTS},
        "legislativeTerm": terms,
        "legislativeTermList": f"{o.base}body/1/legislativeTerm",
    }


def _listed(o: Objects, request: Request, rest: str) -> Answer | None:
    """A list of a body. Items, consultations and files come by the meetings and papers that hold them."""
    name = rest.partition("/")[2]
    makers: Mapping[str, tuple[Sequence[Any], Callable[[Any], list[dict[str, Any]]]]] = {
        "organization": (o.council.town.organizations, lambda one: [o.organization(one)]),
        "person": (o.council.town.people, lambda one: [o.person(one)]),
        "membership": (o.council.town.memberships, lambda one: [o.membership(one)]),
        "meeting": (o.meetings(), lambda id_: [o.meeting(id_)]),
        "agendaItem": (o.meetings(), lambda id_: o.meeting(id_)["agendaItem"]),
        "paper": (range(o.council.town.paper_count), lambda number: [o.paper(number)]),
        "consultation": (range(o.council.town.paper_count), lambda number: o.paper(number).get("consultation", [])),
        "file": (range(o.council.town.paper_count), o.files),
        "legislativeTerm": ([0], lambda _: _body(o)["legislativeTerm"]),
    }
    if rest.partition("/")[0] != "1" or name not in makers:
        return None
    keys, make = makers[name]
    return as_json(_paged(o, request, keys, make), validated=True)


def _paged(
    o: Objects, request: Request, keys: Sequence[Any], make: Callable[[Any], list[dict[str, Any]]]
) -> dict[str, Any]:
    """One page of a list. Only what is on it is made, but for filters by time, which need to look at all."""
    page = int(request.query.get("page") or 1)
    filters = {k: v for k, v in request.query.items() if k.endswith(("_since", "_until"))}
    if filters:
        keys = [key for key in keys if any(_passes(one, filters) for one in make(key))]
    if o.council.twice:
        keys = [key for key in keys for _ in range(2)]
    pages = max(1, -(-len(keys) // PER_PAGE))
    shown = min(page, pages)
    data = [one for key in keys[(shown - 1) * PER_PAGE : shown * PER_PAGE] for one in make(key)]
    address = request.base + request.path.lstrip("/")

    def link(number: int) -> str:
        said = "&".join(f"{k}={v.replace('+', '%2B')}" for k, v in {**filters, "page": str(number)}.items())
        return f"{address}?{said}"

    links = {"first": link(1), "self": link(page), "last": link(pages)}
    if page > 1:
        links["prev"] = link(page - 1)
    if page < pages or o.council.endless:
        links["next"] = link(page + 1)
    pagination = {"elementsPerPage": PER_PAGE, "currentPage": page, "totalPages": pages, "totalElements": len(keys)}
    return {"data": data if page <= pages or o.council.endless else [], "pagination": pagination, "links": links}


def _passes(one: Mapping[str, Any], filters: Mapping[str, str]) -> bool:
    """Whether an object is within the asked times; `modified_since` also finds what was created since."""
    for name, wanted in filters.items():
        field, _, side = name.partition("_")
        asked = dt.datetime.fromisoformat(wanted.replace(" ", "+"))
        asked = asked if asked.tzinfo else asked.replace(tzinfo=dt.UTC)
        moment = dt.datetime.fromisoformat(one[field])
        if (side == "since" and moment < asked) or (side == "until" and moment > asked):
            return False
    return True


PRODUCT = Product(name="oparl", start="oparl/v1.1/system", answer=answer, oparl="oparl/v1.1/system")
