"""Descriptions: "the treaty", "both leaders", "Syrian rebels"."""
