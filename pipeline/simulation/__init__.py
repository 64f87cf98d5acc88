"""Invented councils with known truth, for the demo, the tests and load.

`World(seed)` makes municipalities lazily; their texts come from the phrase banks in `texts/`, which know nothing of the
rules that read them.
"""
