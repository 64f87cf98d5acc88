"""Simulated councils on loopback: one port per municipality, each in the markup of its product.

with serve(World(seed=7), products=("allris3", "oparl")) as simulation:
    for server in simulation.servers: ...      # server.base_url, server.site, server.faults, server.log
    simulation.go_to(2)                        # the same councils two steps later
"""

from __future__ import annotations

import contextlib
import selectors
import threading
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from http.server import ThreadingHTTPServer

from pipeline.simulation.edits import Page
from pipeline.simulation.faults import Fault, FaultKind, named
from pipeline.simulation.handler import Handler
from pipeline.simulation.municipality import Municipality
from pipeline.simulation.servers import PRODUCTS
from pipeline.simulation.servers.base import Answer, Council, Product, Request
from pipeline.simulation.world import World
from scrapers.site import Expectations, Site

ROBOTS = b"User-agent: *\nDisallow: /intern/\n"


class _Listener(ThreadingHTTPServer):
    """One port. Requests of a connection are answered in a thread of their own."""

    daemon_threads = True
    block_on_close = False
    request_queue_size = 64

    def __init__(self, owner: Server, port: int = 0) -> None:
        self.owner = owner
        super().__init__(("127.0.0.1", port), Handler)


class Server:
    """The council information system of one municipality."""

    def __init__(
        self, simulation: Simulation, index: int, product: Product, faults: Iterable[Fault], port: int = 0
    ) -> None:
        self.simulation, self.index, self.product = simulation, index, product
        self.faults: list[Fault] = list(faults)
        self.robots = ROBOTS
        self.log: list[str] = []
        """Addresses asked for, in the order of the requests."""
        self.not_modified = 0
        """Answers that were "304 Not Modified"."""
        self._first = self._listener(port)
        self.listeners = [self._first]
        self._lock = threading.Lock()
        self._touched: dict[int, dict[Page, int]] = {}
        self._changed: dict[tuple[object, ...], Municipality] = {}
        self._name = "127.0.0.1"

    def _listener(self, port: int) -> _Listener:
        """A listener on this port; on any free one if it is taken."""
        with contextlib.suppress(OSError):
            return _Listener(self, port)
        return _Listener(self)

    @property
    def port(self) -> int:
        """Where it answers now."""
        return int(self.listeners[-1].server_address[1])

    @property
    def root(self) -> str:
        """The start of all its addresses."""
        return f"http://{self._name}:{self.port}/"

    @property
    def base_url(self) -> str:
        """The address to start from."""
        return self.root + self.product.start

    @property
    def council(self) -> Council:
        """The council as it is shown now, faults of contents included."""
        world = self.simulation.world
        town = world.municipality(self.index)
        if any(fault.kind in AGENDAS for fault in self.faults):
            town = self._with_other_agendas(world, *(named(self.faults, kind) for kind in AGENDAS))
        return Council(
            town=town,
            withdrawn=named(self.faults, "withdrawn"),
            vanished=named(self.faults, "vanished_month"),
            twice=any(fault.kind == "duplicate" for fault in self.faults),
            endless=any(fault.kind == "endless" for fault in self.faults),
            changes=self._changes(world),
        )

    def _changes(self, world: World) -> dict[Page, int]:
        """The last step that changed each page, of those up to the present one."""
        if world.step not in self._touched:
            found: dict[Page, int] = {}
            for step in range(1, world.step + 1):
                for change in world.at(step).changes(self.index):
                    found |= dict.fromkeys(change.pages, step)
            self._touched = {world.step: found}
        return self._touched[world.step]

    def _with_other_agendas(
        self, world: World, more: frozenset[str], moved: frozenset[str], dropped: frozenset[str]
    ) -> Municipality:
        """The municipality with one item more on some agendas, or one moved or dropped, as if it had just been done."""
        key = world.step, more, moved, dropped
        if key not in self._changed:
            town = world.at(world.step).municipality(self.index)
            edits = town.local.edits
            for number in map(int, more):
                edits.extended[number] = edits.extended.get(number, 0) + 1
            edits.reordered |= set(map(int, moved))
            edits.shortened |= set(map(int, dropped))
            self._changed = {key: town}
        return self._changed[key]

    @property
    def site(self) -> Site:
        """The municipality as the crawl knows its sites."""
        body = self.simulation.world.municipality(self.index).body
        oparl = self.root + self.product.oparl if self.product.oparl else None
        return Site(
            ags=body.id,
            name=body.name,
            population=body.population or 0,
            vendor=self.product.name,
            base_url=self.base_url,
            oparl=oparl,
            oparl_body=None,
            verified=True,
            access="simulated council",
            older=(),
            simulated=True,
            expect=Expectations(meetings_per_year=(0.0, 5000.0), share_with_result=(0.0, 1.0), verified=False),
        )

    def answer(self, request: Request) -> Answer | None:
        """What the product says, as it is now."""
        if request.path == "/robots.txt":
            return Answer(body=self.robots, content_type="text/plain")
        return self.product.answer(self.council, request)

    def is_current(self, listener: object) -> bool:
        """Whether a port is where it answers now."""
        return self.listeners[-1] is listener

    def note(self, address: str) -> int:
        """Remember a request; its number."""
        with self._lock:
            self.log.append(address)
            return len(self.log)

    def hits(self, address: str) -> list[Fault]:
        """The faults that hit an answer."""
        with self._lock:
            return [fault for fault in self.faults if fault.kind in ANSWERS and fault.hit(address)]

    def move(self, name: str = "127.0.0.1") -> str:
        """Move to another port, and to another name of this machine; the old one sends everybody there.

        Gives the new start address.
        """
        self._name = name
        listener = _Listener(self)
        self.listeners.append(listener)
        self.simulation.listen(listener)
        return self.base_url

    def move_back(self) -> None:
        """Answer at the first port again; the others send everybody there."""
        self._name = "127.0.0.1"
        self.listeners.sort(key=lambda listener: listener is self._first)

    def requests(self) -> Counter[str]:
        """How often each address was asked for."""
        with self._lock:
            return Counter(self.log)


AGENDAS: tuple[FaultKind, ...] = ("changed_agenda", "moved_item", "dropped_item")
"""Faults of agendas."""
ANSWERS = frozenset(
    {"slow", "too_many", "error", "forbidden", "truncated", "wrong_charset", "login", "not_found", "elsewhere"}
)
"""Faults of single answers; the others change what is shown."""


class Simulation:
    """All servers of a world; one thread accepts the connections of all ports."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.servers: list[Server] = []
        self._selector = selectors.DefaultSelector()
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._accept, name="simulation", daemon=True)

    def __enter__(self) -> Simulation:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()
        for server in self.servers:
            for listener in server.listeners:
                listener.server_close()
        self._selector.close()

    def add(self, index: int, product: str, faults: Iterable[Fault] = (), *, port: int = 0) -> Server:
        """Serve one municipality; nothing of it is made before somebody asks."""
        server = Server(self, index, PRODUCTS[product], faults, port)
        self.servers.append(server)
        self.listen(server.listeners[0])
        return server

    def listen(self, listener: _Listener) -> None:
        """Accept connections of one more port."""
        self._selector.register(listener.fileno(), selectors.EVENT_READ, listener)

    def go_to(self, step: int) -> None:
        """Show the world as it is at a step."""
        self.world = self.world.at(step)

    def server_of(self, product: str) -> Server:
        """The first server of a product."""
        return next(server for server in self.servers if server.product.name == product)

    def sites(self) -> list[Site]:
        """All municipalities as the crawl knows its sites."""
        return [server.site for server in self.servers]

    def _accept(self) -> None:
        while not self._stop.is_set():
            for key, _ in self._selector.select(timeout=0.05):
                with contextlib.suppress(OSError):
                    key.data.handle_request()


def serve(
    world: World,
    products: Sequence[str] = tuple(PRODUCTS),
    *,
    faults: Mapping[int, Sequence[Fault]] | None = None,
    only: Iterable[int] | None = None,
    first_port: int = 0,
) -> Simulation:
    """Servers for a world's municipalities, the products by turns; to be used as a context manager.

    `faults` go by the municipality's index. `only` serves some municipalities of a large world. Ports count from
    `first_port` by the index, so that addresses stay the same from run to run; any free one for 0 or one that is taken.
    """
    simulation = Simulation(world)
    for index in range(len(world)) if only is None else only:
        port = first_port + index if first_port else 0
        simulation.add(index, products[index % len(products)], (faults or {}).get(index, ()), port=port)
    return simulation
