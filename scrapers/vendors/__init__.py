"""The products of council information systems, one module each, found by being in this folder with a `VENDOR`.

A vendor module says from a page's content alone whether the page is its own and of which kind, and reads each kind it
knows as a pure function. Adding a product is adding a file.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil

from scrapers.error_pages import refuse_error_page
from scrapers.page import Page, PageReading, Vendor


@functools.cache
def vendors() -> tuple[Vendor, ...]:
    """Every product there is a module for, by module name."""
    names = sorted(found.name for found in pkgutil.iter_modules(__path__))
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names]
    return tuple(module.VENDOR for module in modules if hasattr(module, "VENDOR"))


def detect(page: Page) -> tuple[Vendor, str] | None:
    """Product and kind of a page, None if no product knows it. ParseError if it is an error page with status 200."""
    refuse_error_page(page)
    for vendor in vendors():
        kind = vendor.detect(page)
        if kind is not None:
            return vendor, kind
    return None


def read(page: Page) -> PageReading | None:
    """The records and running text of a page, None if no product knows it. ParseError as `detect` and the readers."""
    found = detect(page)
    return found[0].kinds[found[1]](page) if found else None


def product_of(page: Page) -> Vendor | None:
    """The product that any of its pages shows, also one that no reader knows; None if it is none that can be crawled.

    Raises ParseError if it is an error page with status 200.
    """
    refuse_error_page(page)
    able = [vendor for vendor in vendors() if vendor.starts or vendor.marks]
    for vendor in able:
        if any(page.maybe(mark) for mark in vendor.marks):
            return vendor
    return next((vendor for vendor in able if vendor.detect(page) not in (None, *_VAGUE.get(vendor.name, ()))), None)


_VAGUE = {"oparl": ("unknown", "list")}
"""Kinds that do not prove the product."""
