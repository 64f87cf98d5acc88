"""The corpus: one SQLite file, the blobs beside it, and the types that every other layer shares."""
