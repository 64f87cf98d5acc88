"""The corpus: one SQLite file, the blobs beside it, and the types that every other layer shares."""

SITE_MARK = ".ratslupe-site"
"""A file of this name says that its folder holds a generated site and nothing else: no documents of a council."""
