"""A fetcher for tests: it may ask simulated servers on loopback, on a clock of its own."""

from scrapers.fetch import Fetcher, Wire
from scrapers.polite import Clock


def make(server, fake, *more, manners=None, **limits):
    return Fetcher(
        "ris@example.org",
        simulated=[server.url, *more],
        manners=manners,
        clock=Clock(now=fake.now, wall=fake.now, sleep=fake.sleep),
        wire=Wire(**{"max_seconds": 5, "connect_seconds": 2, "read_seconds": 2, **limits}),
    )
