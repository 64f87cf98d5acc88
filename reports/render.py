"""Templates to HTML, the only module that knows Jinja. All is escaped; quotes come out character for character."""

from __future__ import annotations

import functools
import posixpath
from collections.abc import Callable
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from reports import labels, words
from reports.library import Claim, web_path
from reports.privacy import shown
from reports.report import Page, Site


def render(page: Page, site: Site) -> str:
    """The HTML of a page."""
    template = _environment().get_template(page.template)
    return template.render(
        site=site, page=page, titles=site.titles, fact_line=_line(site), **_links(page), **page.given
    )


def _line(site: Site) -> Callable[[Claim], str]:
    return lambda claim: words.fact_text(claim.kind, claim.value, site.topic)


def _links(page: Page) -> dict[str, Any]:
    """`to(path)`: the address of another file of the site as seen from this page, so that the site works anywhere."""
    here = posixpath.dirname(page.path)

    def to(path: str) -> str:
        file, mark, anchor = path.partition("#")
        if file == page.path and mark:
            return f"#{anchor}"
        return web_path(posixpath.relpath(file, here or ".")) + mark + anchor

    return {"to": to}


@functools.cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= {
        "exact": exact,
        "breaks": breaks,
        "day": words.date,
        "whose": words.day_of,
        "days": words.days_of,
        "short": words.short,
        "number": words.number,
        "label": lambda value, field: labels.label(field, value),
    }
    environment.globals |= {"labels": labels, "counted": words.counted, "in_document": words.in_document}
    return environment


def breaks(text: str) -> Markup:
    """A heading that may break after a slash."""
    return Markup(str(escape(text)).replace("/", "/<wbr>"))


def exact(text: str) -> Markup:
    """Text that a reader of the HTML gets back character for character, carriage returns too."""
    return Markup(str(escape(shown(text))).replace("\r", "&#13;"))
