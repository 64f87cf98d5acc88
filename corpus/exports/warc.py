"""Snapshots as WARC 1.1 (ISO 28500:2017), the format in which web archives keep and replay pages.

An answer over HTTP becomes a `response` record, a file that came with an address but without an HTTP exchange a
`resource` record. What has no address is left out. Ids and order depend on the content alone, so equal corpora give
equal files but for the version named in the first record.
"""

from __future__ import annotations

import http.client
import json
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from corpus.errors import InputError
from corpus.store import Corpus

_CHANGED = frozenset({"content-encoding", "content-length", "transfer-encoding"})
"""Headers about the wire. Bytes are kept unpacked, so these are written with the prefix that archives use for it."""
_SPACE = uuid.UUID("6f6d1a52-3c0e-5f0e-9d55-3d8f3a1f7f10")


def warc(corpus: Corpus, out: Path) -> int:
    """Write all snapshots that have an address to `out`, each record gzipped by itself; how many were written.

    Raises InputError if the bytes of one are missing. A file that is only half written does not take the name.
    """
    partial = out.with_name(out.name + ".part")
    written = 0
    with partial.open("wb") as file:
        writer = WARCWriter(file, gzip=True, warc_version="1.1")
        for row in _rows(corpus):
            _write(writer, row, corpus.blob_path(row["sha256"]))
            written += 1
    partial.replace(out)
    return written


def _rows(corpus: Corpus) -> Iterator[dict[str, Any]]:
    yield from corpus.query(
        """select url, place, sha256, media_type, size, http_status, fetched_at, headers from snapshot
           where url is not null order by url, fetched_at, place, sha256"""
    )


def _write(writer: WARCWriter, row: dict[str, Any], path: Path) -> None:
    key = f"{row['url']} {row['place']} {row['sha256']}"
    about = {
        "WARC-Record-ID": f"<urn:uuid:{uuid.uuid5(_SPACE, key)}>",
        "WARC-Date": row["fetched_at"].replace("+00:00", "Z"),
        "WARC-Payload-Digest": f"sha256:{row['sha256']}",
    }
    try:
        payload = path.open("rb")
    except OSError as e:
        raise InputError(f"{row['place']}: expected its bytes under {row['sha256'][:12]}, found none") from e
    with payload:
        size = path.stat().st_size
        record = writer.create_warc_record(
            row["url"],
            "resource" if row["http_status"] is None else "response",
            payload=payload,
            length=size,
            warc_content_type="" if row["http_status"] is not None else _media_type(row),
            warc_headers_dict=about,
            http_headers=None if row["http_status"] is None else _http(row, size),
        )
        writer.write_record(record)


def _media_type(row: dict[str, Any]) -> str:
    return row["media_type"] if "/" in (row["media_type"] or "") else "application/octet-stream"


def _http(row: dict[str, Any], size: int) -> StatusAndHeaders:
    """Status line and headers as the server sent them, but for those about the wire, and with the unpacked length."""
    sent = json.loads(row["headers"]) if row["headers"] else [["Content-Type", _media_type(row)]]
    headers = [(f"X-Archive-Orig-{name}" if name.casefold() in _CHANGED else name, value) for name, value in sent]
    status = row["http_status"]
    reason = http.client.responses.get(status, "")
    return StatusAndHeaders(
        f"{status} {reason}".strip(), [*headers, ("Content-Length", str(size))], protocol="HTTP/1.1"
    )
