"""Units of an administration as heads print them: the code that files carry and the name."""

from __future__ import annotations

import re

_KIND = (
    r"(?:FB|FD|FG|FBL|OE|SG|GB|KB|Amt|A|Dez\.?|Dezernat|Fachbereich|Fachdienst|Fachgebiet|Geschäftsbereich|Abt\.?|"
    r"Abteilung|Ref\.?|Referat|Sachgebiet|Bereich|Stabsstelle|Team|[A-ZÄÖÜ][A-Za-zÄÖÜäöü]{0,4}\.?)"
)
_SIGN = r"(?:\d[\d./-]{0,9}[a-z]?|[IVX]{1,5}(?:[/.-]\d{1,4}){0,2})(?![\w])"
_CODE = rf"(?:{_KIND}[ \u00a0-]?)?{_SIGN}|[A-Z]{{1,3}}\d{{0,3}}"
_FRONT = re.compile(rf"(?P<code>{_CODE})\s*(?:\s[-–—/|]|[:,|–—])\s*(?P<name>[^\W\d]\S?.*)", re.S)
_PLAIN = re.compile(rf"(?P<code>(?:{_KIND}[ \u00a0])?{_SIGN})\s+(?P<name>[A-ZÄÖÜ]\S.*)", re.S)
_BACK = re.compile(
    rf"(?P<name>[A-ZÄÖÜ][^()\n]{{0,200}}?)\s*(?:\((?P<code>(?:{_KIND}[ \u00a0])?{_SIGN})\)|"
    rf"[-–]\s(?P<last>{_SIGN}))"
)
_BARE = re.compile(rf"(?:{_KIND}[ \u00a0])?{_SIGN}")


def unit_parts(printed: str) -> tuple[str | None, str | None]:
    """Code and name of a unit: "FB 32 - Zuwanderung", "50.2 Soziales", "Sozialamt (50)"; None for what is missing."""
    text = re.sub(r"\s+", " ", printed).strip(" ,;")
    for pattern in (_FRONT, _PLAIN, _BACK):
        match = pattern.fullmatch(text)
        if match:
            groups = match.groupdict()
            return groups["code"] or groups.get("last"), groups["name"].strip()
    return (text, None) if _BARE.fullmatch(text) else (None, text or None)
