"""The products of simulated councils, one module or two each: pure functions from a council and a request to a page."""

from pipeline.simulation.servers import allris3, oparl, sessionnet
from pipeline.simulation.servers.base import Product

PRODUCTS: dict[str, Product] = {
    product.name: product for product in (allris3.PRODUCT, sessionnet.PRODUCT, oparl.PRODUCT)
}
"""Every product by its name."""
