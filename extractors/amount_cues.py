"""Words that tell what a sum is for, over which time, in which state, and who pays whom. Data and lookups."""

from __future__ import annotations

from corpus.patterns import Guarded, guarded

KINDS: tuple[tuple[str, Guarded], ...] = (
    (
        "own_share",
        guarded(
            r"\b(?:Träger(?:eigen)?anteil|Kreisanteil|Zuschussbedarf|Eigenanteil|Eigenmittel|Eigenleistung|Kofinanzierung|Ko-Finanzierung)\w{0,3}\b|"
            r"\beigenen? Mitteln?\b|"
            r"\b(?:städtische|kommunale)\w? Anteil\w{0,2}\b|\bselbst\s(?:auf|zu tragen|getragen|trägt|tragen)\b|"
            r"\b(?:zuschießen|zuzuschießen|zugeschossen|zuschießt|beigesteuert|beizusteuern|beisteuert|aufkommen|"
            r"aufzukommen|aufkommt)\b|\bfür\b[^.;,]{0,60}\b(?:komm|käm|kam)(?:e|en|t|st)?\b[^.;,]{0,80}\bauf(?=\s*(?:[.,;]|$))"
        ),
    ),
    (
        "cut",
        guarded(
            r"\b[Kk]ürzung\w{0,3}\b|\bgekürzt\b|\b[Ee]insparung\w{0,3}\b|\bentfällt\b|\bentfallen\b|"
            r"\b[Ww]egfall\b|\bsinken\b|\bsinkt\b|"
            r"\breduzier\w{1,4}\b|\bMindererträge?\w?\b|\bweniger\b"
        ),
    ),
    (
        "expenditure",
        guarded(
            r"\b[A-ZÄÖÜ]?[a-zäöü-]{0,30}(?:[Aa]usgaben|[Aa]ufwand|[Aa]ufwendungen|[Kk]osten|[Aa]uszahlung|"
            r"[Ii]nvestition)(?:en|s|es)?\b|"
            r"\bkostete?n?\b|\b[A-ZÄÖÜ][a-zäöü]{0,20}preis\w{0,2}\b|\bverausgabt\b|\bAusstattung\b"
        ),
    ),
    (
        "grant",
        guarded(
            r"\b[A-ZÄÖÜ]?[a-zäöü]{0,20}(?:[Zz]uwendung|[Zz]uweisung|[Zz]usch[uü]ss|[Pp]auschale|[Bb]escheid|"
            r"[Bb]eihilfe)(?:e|en|s|es|n)?\b|"
            r"\b[Bb]ewillig\w{1,3}\b|\bbezuschusst\b"
        ),
    ),
    (
        "budget",
        guarded(
            r"\b[A-ZÄÖÜ]?[a-zäöü]{0,20}(?:[Aa]nsatz|[Bb]udget|[Hh]aushaltsmittel|[Ee]rtrag|[Ee]rträge|"
            r"[Hh]aushaltsplan)(?:es|en|s|n)?\b|"
            r"\bveranschlagt\b|\beingeplant\b|\bHaushalt\w{0,2}\b"
        ),
    ),
    (
        "funding",
        guarded(
            r"\b[A-ZÄÖÜ]?[a-zäöü]{0,20}(?:[Ff]örderung|[Ff]ördersumme|[Ff]ördermittel|[Ff]ördervolumen|"
            r"[Gg]esamtvolumen|[Mm]ittel)(?:n|s|en)?\b|"
            r"\b(?:Programm|Betrag|Summe)\w{0,3}\b|\berhält\b|\berhalte\w{0,1}\b|\bbekommen?\b|\bgefördert\b|"
            r"\bfördert\b|\bfinanziert\b|"
            r"\bzur Verfügung\b|\bweitergegeben\b|\berstatte(?:t|n|te)?\b|\brefinanzier(?:t|e|en)\b|"
            r"\bübernimmt\b|\bträgt\b"
        ),
    ),
)
"""What a sum is, by the words beside it; among words at the same distance the earlier kind."""

OF_MONEY = guarded(
    r"(?i)kosten|ausgaben|aufwand|aufwendung|eigenanteil|eigenmittel|förder|bezuschuss|zuschuss|zuwendung|"
    r"finanzier|pauschale|\bmittel\w?\b|"
    r"\bhaushalt|\bkürz|\bgekürzt|gehalt|gehält|\b(?:brutto)?(?:lohn|löhne)|vergütung|entgelt|besoldung|erstatt|budget"
)
"""Words without which a percentage is no share of money."""
PER_UNIT = guarded(
    r"\s?(?:/|je|pro|für jede\w?)\s?(?:\w{1,20}\s)?(?:VZÄ|Vollzeit\w{0,20}|Stelle\w?|Person|Kopf|Fall|Platz|"
    r"Stunde|Einwohner\w{0,3}|\w{0,20}stelle)\b"
)
STATES: tuple[tuple[str, Guarded], ...] = (
    (
        "cut",
        guarded(r"\b(?:ge|zu )?kürz(?:t|en|ung)\w{0,2}\b|\bKürzung\w{0,2}\b|\bentfällt\b|\bsinken\b|\bgestrichen\b"),
    ),
    (
        "granted",
        guarded(
            r"\b[Bb]ewilligt\w{0,2}\b|[a-zZFB]\w{0,15}[Bb]escheid\b.{0,200}\b(?:ein|eingegangen|erhalten)\b|\bzugesagt\b"
        ),
    ),
    (
        "planned",
        guarded(
            r"\bvoraussichtlich\b|\bsoll\w{0,3}\b|\bgeplant\w?\b|\bbeantrag(?:t|en)\b|\bwerde\b|\bwürden\b|"
            r"\bvorgesehen\b|"
            r"\bveranschlagt\b"
        ),
    ),
    (
        "granted",
        guarded(r"[Bb]escheid\w{0,2}\b|\berhält\b|\berhalten\b|\bgefördert\b|\bbezuschusst\b"),
    ),
    (
        "spent",
        guarded(
            r"\bverausgabt\b|\bausgezahlt\b|\bverwendet\b|\bweitergegeben\b|\bbekommen\b|\babgerufen\b|\bdienten\b"
        ),
    ),
)
"""States by the words of a clause, strongest first: what indirect speech grants ("würden bewilligt")."""
_BODY = (
    r"(?:Stadt|Kreis(?:es)?|Landkreis(?:es)?|Städte[Rr]egion|Gemeinde|Landschaftsverband(?:es)?)\s[A-ZÄÖÜ][\w-]{1,30}"
)
_NAMED_KREIS = r"[A-ZÄÖÜ][a-zäöüß]{2,20}-[A-ZÄÖÜ][\w-]{2,30}-?Kreis(?:es)?"
_PAYEE = guarded(
    rf"(?:\b(?:für|an) (?:die|den|das)\s|\berhält (?:die|der|das)\s|\b(?:die|der|"
    rf"das)\s(?={_BODY}\s(?:\w{{1,20}}\s){{0,6}}(?:erhält|bekommt)))"
    rf"(?P<name>{_BODY}|{_NAMED_KREIS})"
)
_OWN_PAYS = guarded(
    rf"(?P<who>{_BODY})\b[^.;]{{0,120}}?\b(?:zuschieß\w{{0,2}}|zuzuschießen|aufwendet|aufgewendet|aufzuwenden|trägt|"
    r"zu tragen|aufbringt|aufzubringen|beisteuert|beizusteuern)\b"
)
_OF_STATE = guarded(r"\b(?:[Aa]us|[Mm]it|[Vv]on)\s(?:den\s)?(?P<who>Landes|Bundes)mitteln\b")
_PAYS_HERE = guarded(
    rf"\b(?:zu|mit)\s(?:je\s|rund\s)?\d[\d.,]*\s?(?:%|Prozent|v\. ?H\.)\s(?:von der|vom|durch (?:die|den)|die|der)\s"
    rf"(?P<who>{_BODY})|"
    rf"\b(?:vom|von der|durch die|durch den)\s(?P<by>{_BODY})\s(?:\w{{2,12}}\s)?mit\s"
)
"""Who pays one part beside another payer: "zu 10 % von der Stadt Lohe", "vom Kreis Dorn mit 8.000 €"."""
_BODY_ANY = guarded(rf"{_BODY}|{_NAMED_KREIS}")
_STATE = guarded(
    r"\bLand(?:es)?\s(?:Nordrhein-Westfalen|NRW)|\bBezirksregierung\s[A-ZÄÖÜ]\w{2,20}|\b(?:Das|das|vom|Vom|des|"
    r"durch das|dem) (?P<land>Land)(?:es)?\b|\b(?P<bund>(?<!Internationale )(?<!Internationale[nrs] )Bund)(?:es)?\b"
)


def kind_in(clause: str, start: int, end: int, sentence: str) -> tuple[str | None, str | None]:
    """Kind of the sum at `start:end` of its clause and the word that tells it; else what the sentence tells."""
    found = []
    for order, (name, pattern) in enumerate(KINDS):
        for m in pattern.finditer(clause):
            distance = start - m.end() if m.end() <= start else m.start() - end + 15
            found.append((max(0, distance), order, name, m.group()))
    if found:
        return min(found)[2], min(found)[3]
    for name, pattern in KINDS:
        whole = pattern.search(sentence)
        if whole:
            return name, whole.group()
    return None, None


def status_in(passage: str) -> str | None:
    """State of a sum: planned, granted, spent or cut; None where nothing tells it."""
    return next((name for name, pattern in STATES if pattern.search(passage)), None)


def parties(sentence: str, kind: str | None, clause: str = "") -> tuple[str | None, str | None]:
    """Payer and payee as printed. An own share is paid by the municipality, a grant by the Land, if they are named."""
    payee = _PAYEE.search(sentence)
    state = _STATE.search(sentence)
    beside = _PAYS_HERE.search(clause) if not _STATE.search(clause) else None
    if beside and kind != "expenditure":
        return beside["who"] or beside["by"], None
    if kind == "own_share":
        body = _BODY_ANY.search(sentence)
        return (body.group() if body else None), None
    payer = (state["land"] or state["bund"] or state.group()) if state and kind != "expenditure" else None
    source, own = _OF_STATE.search(sentence), _OWN_PAYS.search(sentence)
    if payer is None and source and kind != "expenditure":
        payer = {"Landes": "Land", "Bundes": "Bund"}[source["who"]]
    payer = payer or (own["who"] if own else None)
    return payer, (payee["name"] if payee else None)
