"""Statistics: arrays in, frozen results out. Nothing here knows what a council is."""
