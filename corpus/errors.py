"""What can go wrong, in one tree. A message names the place, what was expected there and what was found."""

from __future__ import annotations


class RatslupeError(Exception):
    """Root of every error that Ratslupe raises on purpose."""


class InputError(RatslupeError):
    """A person gave something that cannot be used: a path, an option, an unknown name."""


class FetchError(RatslupeError):
    """An address could not be fetched. `status` is the HTTP status, None if there was no answer."""

    def __init__(self, url: str, status: int | None, why: str) -> None:
        super().__init__(f"{url}: {why}" + (f" (HTTP {status})" if status is not None else ""))
        self.url, self.status, self.why = url, status, why


class ParseError(RatslupeError):
    """A page does not look as its reader expects: none of the page's records is kept."""

    def __init__(self, place: str, selector: str, expected: str, got: str) -> None:
        super().__init__(f"{place}: {selector}: expected {expected}, found {got}")
        self.place, self.selector, self.expected, self.got = place, selector, expected, got


class ReadError(RatslupeError):
    """A file, or one page of it, gives no text. `page` counts from 1, None means the whole file."""

    def __init__(self, place: str, reader: str, expected: str, got: str, page: int | None = None) -> None:
        where = place if page is None else f"{place}, page {page}"
        super().__init__(f"{where}: {reader}: expected {expected}, found {got}")
        self.place, self.reader, self.expected, self.got, self.page = place, reader, expected, got, page


class EvidenceError(RatslupeError):
    """A quote does not stand at its place. This is a bug: the run stops."""


class CheckFailed(RatslupeError):
    """A check found the corpus or a site below what is expected of it."""
