"""When two spellings name the same thing: numbers of papers in all schemes, committees, addresses of pages."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

_LABEL = re.compile(
    r"(?i)^(?:(?:beschluss|sitzungs|mitteilungs|informations)?vorlagen?|drucksachen?|drs|vorl)\b[.: ]*(?:nr\b\.?)?[: ]*"
)
_PREFIX = re.compile(r"^[a-zäöü]{1,5}[ /-](?=\d)")
_PLACE = re.compile(
    r" (?:(?:der|des) )?(?:landeshauptstadt|hansestadt|universitätsstadt|kreisstadt|stadt|gemeinde|kreis|kreises|"
    r"landkreis|landkreises|städteregion|samtgemeinde|bundesstadt|amt|amtes|markt|marktes)\b.*"
)
_GENITIVE = re.compile(r"(?<=ausschuss)es\b|(?<=rat)e?s\b|(?<=tag)e?s\b|(?<=vertretung)en\b|(?<=kommission)en\b")
_SITTING = re.compile(r"^(?:\d+\. |die |öffentliche |gemeinsame |sonder)*sitzung (?:des|der) ")
_IGNORED = frozenset({"selfaction", "refresh", "togglemenu", "voselect", "toselect", "s", "smcspan", "highlightedtext"})


def paper_key(reference: str) -> str:
    """A paper number without its label, blanks and case: "Vorlage Nr. FB 56/0014/WP18" is "fb56/0014/wp18"."""
    plain = _LABEL.sub("", reference.strip())
    return re.sub(r"[\s\u00a0.]+", "", plain.replace("–", "-")).casefold()


def loose_keys(reference: str) -> tuple[str, ...]:
    """Other spellings of a number, that say the same only where nothing else does: zeros, short years, no letters."""
    key = paper_key(reference)
    short = re.sub(r"(?<![\d])0+(?=\d)", "", key)
    year = re.sub(r"(?<!\d)20(?=\d\d(?!\d))", "", short)
    bare = _PREFIX.sub("", year)
    return tuple(dict.fromkeys(k for k in (short, year, bare) if re.search(r"\d.*[/-].*\d", k)))


def committee_key(name: str) -> str:
    """A committee's name without case, hyphens, "Sitzung des" and the ending of a genitive."""
    plain = re.sub(r"[\s\u00a0-]+", " ", name).strip().casefold()
    return _GENITIVE.sub("", _SITTING.sub("", plain)).strip(" .,:")


def same_committee(one: str, other: str) -> bool:
    """Whether two names are one committee's: equal but for what says whose it is ("Rat", "Rat der Stadt Lohe")."""
    return _own(committee_key(one)) == _own(committee_key(other))


def _own(key: str) -> str:
    return _PLACE.sub("", key) or key


def page_key(url: str) -> str:
    """An address as what it leads to: no scheme, "www.", fragment, and no parameters that only change the look."""
    parts = urlsplit(url.strip() if "//" in url else f"//{url.strip()}")
    host = (parts.netloc or "").casefold().removeprefix("www.")
    asked = sorted({(k.casefold(), v) for k, v in parse_qsl(parts.query) if k.casefold() not in _IGNORED})
    return f"{host}{parts.path.rstrip('/')}" + (f"?{urlencode(asked)}" if asked else "")
