"""Reports turn a corpus into what people read: comparisons, dossiers, briefings, feeds."""
