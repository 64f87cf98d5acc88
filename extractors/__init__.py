"""Extractors read files into documents and documents into facts, each with its evidence."""
