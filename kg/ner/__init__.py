"""Doc → mentions: the language pipeline, parsing in pieces, actors, treaties and events."""

from kg.ner.nlp import load_nlp
from kg.ner.parse import parse
from kg.ner.recognizer import Recognizer, find_mentions

__all__ = ["Recognizer", "find_mentions", "load_nlp", "parse"]
