"""Tests of coprod-survey; the folders mirror the package."""
