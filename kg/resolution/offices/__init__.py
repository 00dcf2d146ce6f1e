"""Offices without a name: who held which at the date, and counterparts."""
