"""Calculations of a text as German lines, with the numbers as they are printed."""

from __future__ import annotations

from corpus.checks import Printed, Stored
from reports.library import Doc
from reports.privacy import shown
from reports.words import number

_FITS = {True: "rechnerisch bestätigt", False: "rechnerisch nicht bestätigt"}


def check_text(check: Stored, doc: Doc) -> str:
    """One line: "rechnerisch bestätigt: 80 % von 390.561,00 € = 312.448,80 €"."""
    terms = [_printed(p, doc) for p in check.terms]
    result = _printed(check.result, doc)
    joined = {"share": " von ", "product": " × "}.get(check.relation, " + ").join(terms)
    if check.relation == "part":
        told = f"{joined} {'ist' if len(terms) == 1 else 'sind'} {'nicht ' if check.fits else ''}mehr als {result}"
    elif check.fits:
        told = f"{joined} = {result}"
    else:
        told = f"{joined} = {_expected(check, result)}, genannt: {result}"
    return f"{_FITS[check.fits]}: {told}"


def _printed(printed: Printed, doc: Doc) -> str:
    start, end, _ = printed
    return " ".join(shown(doc.text[start:end]).split())


def _expected(check: Stored, result: str) -> str:
    """The calculated number, with cents where it has some, and the currency of the printed one."""
    digits = None if check.expected == round(check.expected) else 2
    money = any(word in result for word in ("€", "EUR", "Euro"))
    return f"{number(check.expected, digits if money else None)}{' €' if money else ''}"
