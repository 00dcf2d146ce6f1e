"""Pronouns: what they can point back to, what speaks for it, when to abstain."""
