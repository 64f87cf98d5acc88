"""Pages that answer with status 200 and are none: no information, moved, log in, wait for a check of the browser.

Recorded from ALLRIS 3 ("Keine Information verfügbar", noauth.asp, "Object moved"), SessionNet (error layout, logon) and
the checks that some hosts put in front. They must never be taken for a page that has nothing to say.
"""

from __future__ import annotations

import re

from corpus.errors import ParseError
from scrapers.fields import attribute
from scrapers.page import Page

_SHORT = 3_000
"""Characters below which a page may be nothing but its message: a menu and a sentence. Minutes are longer."""

_MESSAGES = (
    (r"keine information(?:en)? verf(?:ü|ue)gbar", "no information: not public, or no such id"),
    (r"\bobject moved\b", "a redirect without its target"),
    (r"keine berechtigung|nicht berechtigt|zugriff verweigert|access denied|403 forbidden", "no permission"),
    (r"checking your browser|just a moment\.\.\.|ihr browser wird überprüft", "a check of the browser"),
    (r"verify(?:ing)? (?:that )?you are (?:a )?human|making sure you're not a bot", "a check of the browser"),
    (
        r"cookies? (?:müssen|muss) (?:aktiviert|zugelassen)|bitte (?:aktivieren|erlauben) sie .{0,9}cookies",
        "a cookie wall",
    ),
    (r"enable javascript and cookies", "a cookie wall"),
)
_NOAUTH = 'form[action*="noauth.asp"], frame[src*="noauth.asp"], meta[http-equiv="refresh" i][content*="noauth.asp" i]'
_SELECTORS = (
    (".smc_page_error_layout, .smc-page-error-layout", "SessionNet's error page"),
    (".smc-pagetype-logon, .smc_pagetype_logon", "SessionNet's log-in page"),
    (_NOAUTH, "no permission"),
    ("#challenge-form, #cf-wrapper, #anubis_challenge, .cf-browser-verification", "a check of the browser"),
)


def refuse_error_page(page: Page) -> None:
    """Raise ParseError, saying what the page is, if it is an error page, a redirect, a login or a browser check."""
    found = _what_it_is(page)
    if found:
        raise ParseError(page.url or "page", "page", "a page of a council information system", found)


def _what_it_is(page: Page) -> str | None:
    if page.url and "noauth.asp" in page.url.lower():
        return "no permission (noauth.asp)"
    for selector, what in _SELECTORS:
        if page.maybe(selector):
            return what
    if page.html is None or len(page.text) >= _SHORT:
        return None
    title = page.html.soup.title
    said = f"{title.get_text() if title else ''}\n{page.text}"
    for pattern, what in _MESSAGES:
        match = re.search(pattern, said, re.I)
        if match and not page.maybe(".kb1 + td, #toTreeTable, #vobetreff"):
            return f"{what} ({match.group()!r})"
    fields = [tag for tag in page.many("input", least=0) if attribute(tag, "type") == "password"]
    return "a login page" if fields and len(page.text) < _SHORT // 2 else None
