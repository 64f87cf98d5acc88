"""Fixtures of the tests of fetching: a server on loopback, a clock of its own, and a fetcher that asks."""

import pytest

from tests.faulty import FakeTime, Server
from tests.fetching import make


@pytest.fixture
def server():
    with Server() as running:
        yield running


@pytest.fixture
def fake():
    return FakeTime()


@pytest.fixture
def fetcher(server, fake):
    with make(server, fake) as made:
        yield made
