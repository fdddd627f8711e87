"""Briefing → bytes: PDF and HTML; Release → data tables."""
