"""Names: the lexicon's by context, persons by surname, places and seats of power, the unknown."""
