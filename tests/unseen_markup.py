"""What readers look for and no recorded page, or no simulated page, has: by product, with the reason why it stays.

Each entry is a selector, a label of a head field ("field name"; "..." for labels that begin so) or a property of JSON.
"""

ANY_PAGE = {"base[href]"}
"""Links are resolved against it on every page of every product; only pages inside a CMS have it."""

LAYOUT_4 = {
    "#smctablevorgang", ".smcdocbox", ".smcdocboxinfo", ".smcdocname", ".smcdosize", ".smc_field_yytime",
    '[class*="smcf_tondat"]', 'a[href*="to0040."]', 'a[href*="voselect="]', 'form[action*="ydocstart."]', "h1",
    'img[src*="pdf"]', 'input[name="DO"]', 'input[name="DT"]', "input[title]", 'table[id^="smc_page_si004"][summary]',
    'table[id^="smc_page_vo0050_contenttable"]', 'table[summary*="Beratung"]', "td.smc_field_amname",
    "td.smc_field_grname", "td.smc_field_mgfunk", "td.smc_field_pename", "td.smc_field_pepartei", "td.smc_field_silink",
    "td.smc_tophn", "td.smc_topht", "td.smc_topr", "td.smctablehead", "thead", "thead th", "tr > th", "tr.smc_toph",
    "tr:has(> td):not(.smcdocbox tr)",
}  # fmt: skip
"""SessionNet of layout 4 (and 5, in part) is known from notes and public programs; our own pages have it."""

LABELS_OF_OTHERS = {
    "field bezeichnung", "field drucksache", "field einreich...", "field erstellt...", "field initiator...",
    "field ort", "field tobetr", "field vorlageart", "field vorlagendatum...", "field gremien", "field name",
}  # fmt: skip
"""Words that councils may choose for a label; a page without the word is read by the product's own field name."""

NOT_TEXT = {"#smcfiltermenu", ".card-header", ".page-title", ".smc-nav-actions", "footer"}
"""Parts that are left out of running text; pages with text of their own are not recorded."""

SMALL_SCREENS = {".panel", ".panel-title", ".smc-panel-text-title", ".yytime", "h4"}
"""Names of layout 5 for what is recorded of layout 6 (card, list, heading)."""

NOT_RECORDED: dict[str, dict[str, set[str]]] = {
    "allris3": {
        "asked for only where no link and no form has the id": {'meta[name="objectID"]'},
        "the calendar of ALLRIS 4, read by the same code": {"td.textCol", "td.textCol a[data-simpletooltip-text]"},
        "the recorded \"_r\" calendar is cut short": {'a[id^="si_"]'},
        "temporary documents of one session: their table is recorded only without any": {'td.me1 a[href*="___tmp/"]'},
    },
    "allris4": {
        "to020 is not recorded": {
            "#headLeft #beratung", "#headLeft #beschluss", "#headLeft #beschlussart", "#headLeft #top",
            "#headLeft a[href*=SILFDNR]", "#headLeft a[href*=VOLFDNR]", "#headLeft a[href*=to010]",
        },
        "the calendar of ALLRIS 3, read by the same code": {
            "#kaldatvon", ".si010 table.tl1 tr[class^=zl]", 'input[name="SILFDNR"]', 'input[name="kaldatvonbis"]',
            "td.text4",
        },
        "stands in the notes on markup": {
            "#anlagenHeaderPanel a.attlink", "#headLeft #ort", "#headLeft #voverfasser1",
        },
        "only pages inside a CMS": ANY_PAGE,
    },
    "sessionnet": {
        "layout 4": LAYOUT_4,
        "labels of other councils": LABELS_OF_OTHERS,
        "what is no text": NOT_TEXT | {"#smcfooter"},
        "layout 5": SMALL_SCREENS,
        "kp0040, to0050 and vo0053 are not recorded": {
            'a[href*="__kpenr="]', 'a[href*="__ktonr="]', 'a[href*="to0050."]', "button", ".smc-badges", "td.tolink",
            "td.amname", "td.mgfunk", "td.pename", "td.pepartei", 'td[class*="smcfield_puname"]', ".accordion",
            "tr:has(> td.pename, > td.smc_field_pename)", 'tr:has(> td[class*="smcfield_puname"])',
        },
        "the recorded paper shows neither offices nor dates nor tables": {
            "field antragstell...", "field datum...", "field federführ...", "field status...",
            'table[id^="smc_page_"]',
        },
        "every recorded meeting of a list has a link": {".smc-el-h"},
        "another name of a parameter": {'a[href*="__kgsgrnr="]'},
        "only pages inside a CMS": ANY_PAGE,
    },
    "sessionnet6": {
        "asked for only where the moment is missing": {"dat"},
        "asked for only where the room is missing": {"ort"},
        "no recorded item was voted on": {"abstimmungErgebnis", "befangen", "enthaltung", "ja", "nein"},
    },
    "sdnet": {
        "no list of meetings is recorded": {'a[href*="gremien"][href*="__="]'},
        "labels of other councils": {"field antragstell...", "field einreich...", "field initiator..."},
        "only pages inside a CMS": ANY_PAGE,
    },
    "rubin": {
        "no recorded item has a result": {"abstimmungstext", "beratungsstatus_lang"},
        "no recorded meeting has so many committees": {"gremium_3", "gremium_4", "gremium_5"},
    },
    "oparl": {
        "in the specification, and on no recorded server": {
            "AgendaItem.web", "Body.legislativeTermList", "File.agendaItem", "File.fileName", "File.meeting",
            "File.paper", "Meeting.cancelled", "Meeting.meetingState", "Organization.shortName",
        },
        "recorded memberships stand inside persons": {"Membership.person"},
    },
}  # fmt: skip

NOT_SIMULATED: dict[str, dict[str, set[str]]] = {
    "allris3": {
        "inside a CMS": {"#rismain_raw", "#risname_raw h1", ".allriscontent", *ANY_PAGE},
        'the "_r" calendar': {
            'a[id^="si_"]', "span.dom", "table.calenderView tbody tr", "td.raum", "td.textCol",
            "td.textCol a[data-simpletooltip-text]",
        },
        "documents of single items in agendas": {"form[action*=do027]", 'input[name="typ"]'},
        "notes beside an item": {'span[title="Zusatzinfo"]', "td > form[action*=topSelected]"},
        "labels of other councils": {"field drucksache-art", "field ort", "field verfasserin"},
        "a calendar over a range of days": {'input[name="kaldatvonbis"]'},
        "asked for only where no link and no form has the id": {'meta[name="objectID"]'},
        "temporary documents inside a table of head fields": {'td.me1 a[href*="___tmp/"]'},
    },
    "allris4": {
        "documents of single items, a second field for the place": {
            "#anlagenHeaderPanel a.attlink", "#headLeft #ort", "#headLeft #siort", "td.toDoc a.doclink",
        },
        "head fields of items that are no ids": {
            "#headLeft #beratung", "#headLeft #beschluss", "#headLeft #beschlussart", "#headLeft #top",
        },
        "the calendar of ALLRIS 3, read by the same code": {
            "#kaldatvon", ".si010 table.tl1 tr[class^=zl]", 'input[name="SILFDNR"]', 'input[name="kaldatvonbis"]',
            "td.text4",
        },
        "an unreleased meeting": {"td.textCol"},
        "only pages inside a CMS": ANY_PAGE,
    },
    "sessionnet": {
        "layout 4": LAYOUT_4,
        "labels of other councils": LABELS_OF_OTHERS,
        "what is no text": NOT_TEXT | {"#smcfooter"},
        "layout 5": SMALL_SCREENS,
        "badges, an unreleased meeting, members under headings": {
            ".smc-badges", ".smc-el-h", 'td[class*="smcfield_puname"]', 'tr:has(> td[class*="smcfield_puname"])',
        },
        "a committee's own list of meetings": {
            'a[href*="__kgsgrnr="]', 'a[href*="__ksigrnr="]', 'a[href*="si0046."][href*="__ksigrnr="]',
        },
        "a page whose content ends early": {".smclayout"},
        "only pages inside a CMS": ANY_PAGE,
    },
    "sessionnet6": {"asked for only where moment or room is missing": {"dat", "ort"}},
    "sdnet": {
        "decisions of single stations": {"a"},
        "labels of other councils": {"field einreich...", "field initiator..."},
        "only pages inside a CMS": ANY_PAGE,
    },
    "rubin": {
        "sizes, second committees, numbers without an alias": {
            "documentSize", "gremium_2", "gremium_3", "gremium_4", "gremium_5", "vorlagennummer",
        },
    },
    "oparl": {
        "what only some servers give": {
            "AgendaItem.resolution", "AgendaItem.web", "Body.rgs", "File.accessUrl", "File.agendaItem", "File.fileName",
            "File.meeting", "File.paper", "File.size", "Location.room", "Meeting.web", "Membership.endDate",
            "Organization.organizationType", "Organization.shortName", "Organization.web",
            "Paper.originatorOrganization", "Paper.originatorPerson", "Paper.underDirectionOf", "Paper.web",
            "Person.title",
        },
    },
}  # fmt: skip

NOWHERE: dict[str, set[str]] = {
    "allris3": {
        'a[id^="si_"]', 'meta[name="objectID"]', 'td.me1 a[href*="___tmp/"]', "td.textCol",
        "td.textCol a[data-simpletooltip-text]",
    },
    "allris4": {
        "#anlagenHeaderPanel a.attlink", "#headLeft #beratung", "#headLeft #beschluss", "#headLeft #beschlussart",
        "#headLeft #ort", "#headLeft #top", "#kaldatvon", ".si010 table.tl1 tr[class^=zl]", 'input[name="SILFDNR"]',
        'input[name="kaldatvonbis"]', "td.text4", *ANY_PAGE,
    },
    "sessionnet": {
        ".panel", ".panel-title", ".smc-panel-text-title", ".yytime", "h4", ".smcdocboxinfo", 'input[name="DO"]',
        'a[href*="__kgsgrnr="]', *NOT_TEXT, *ANY_PAGE,
        *(LABELS_OF_OTHERS - {"field gremien", "field name"}),
    },
    "sessionnet6": set(),
    "sdnet": {"field einreich...", "field initiator...", *ANY_PAGE},
    "rubin": {"gremium_3", "gremium_4", "gremium_5"},
    "oparl": {"AgendaItem.web", "File.agendaItem", "File.meeting"},
}  # fmt: skip
"""On no page at all, also none of our own: readers ask for it in case, and nobody can say that it works."""
