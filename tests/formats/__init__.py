"""Tests of the formats a questionnaire can be written in."""
