"""Release → Briefing: what may be published, told to one group of readers."""
