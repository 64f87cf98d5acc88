"""Scrapers fetch pages of council information systems and read them into records."""
