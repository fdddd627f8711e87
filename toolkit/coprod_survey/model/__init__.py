"""The values that flow through the house: frozen, and importing nothing else of ours."""
