"""Invented councils with known truth, for the demo, the tests and load.

    world = World(seed=7, municipalities=4, papers_per_municipality=200, years=(2020, 2024))
    kreis = world.municipality(0)
    for meeting in kreis.meetings(): ...        # Meeting, its SimItems with texts and truths, its Files
    paper = kreis.paper(17)                     # Paper, Consultations, Files, sections with truths
    kreis.find_item("51234"), kreis.find_meeting(id), kreis.find_paper(id), kreis.document(file_id)
    later = world.at(3)                         # after three steps; later.changes() says which pages the third changed

Everything is made when asked for, from the seed and the numbers of the thing asked for. The texts come from the phrase
banks in `texts/`, which know nothing of the rules that read them.
"""

from pipeline.simulation.truth import Document, Text, Truth
from pipeline.simulation.world import World

__all__ = ["Document", "Text", "Truth", "World"]
