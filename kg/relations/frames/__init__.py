"""Who does what to whom: frames matched against the parse, titles, and parts that a name tells."""
