"""The slow checks of `make check`: what a demo makes, judged by tools that nobody here wrote."""
