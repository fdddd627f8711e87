"""The bank room: YAML in, a checked Bank out. See `read.read_bank` and `check.CHECKS`."""
