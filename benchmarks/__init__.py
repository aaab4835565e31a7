"""Measurements beside other tools, in one run: never part of the program or its tests."""
