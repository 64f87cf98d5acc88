"""The products of simulated councils, one module or two each: pure functions from a council and a request to a page."""

from pipeline.simulation.servers import allris3, allris4, oparl, rubin, sdnet, sessionnet, sessionnet6
from pipeline.simulation.servers.base import Product

_MODULES = (allris3, sessionnet, oparl, allris4, sdnet, rubin, sessionnet6)
PRODUCTS: dict[str, Product] = {module.PRODUCT.name: module.PRODUCT for module in _MODULES}
"""Every product by its name, in the order in which municipalities get them."""
