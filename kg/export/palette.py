"""Shapes and colours: of entity types (Okabe and Ito's palette) and, distinct from these, of signs."""

from collections.abc import Mapping
from dataclasses import dataclass

from kg.model import EntityType


@dataclass(frozen=True, slots=True)
class TypeStyle:
    """How nodes of a type look: a vis-network shape and a colour "#rrggbb"; `plural` names them in a list."""

    shape: str
    colour: str
    plural: str


@dataclass(frozen=True, slots=True)
class SignColour:
    """The colour of an edge on a light and on a dark ground."""

    light: str
    dark: str
    name: str


ORANGE, SKY, GREEN, YELLOW, PURPLE, GREY = "#e69f00", "#56b4e9", "#009e73", "#f0e442", "#cc79a7", "#8c8c8c"

TYPE_STYLES: Mapping[EntityType, TypeStyle] = {
    "STATE": TypeStyle("dot", ORANGE, "States"),
    "PERSON": TypeStyle("triangle", SKY, "People"),
    "IGO": TypeStyle("hexagon", GREEN, "Alliances and IGOs"),
    "ORG": TypeStyle("square", GREEN, "Organisations"),
    "ARMED_GROUP": TypeStyle("triangleDown", GREY, "Armed groups"),
    "BLOC": TypeStyle("hexagon", ORANGE, "Blocs"),
    "GROUP": TypeStyle("dot", SKY, "Groups"),
    "PLACE": TypeStyle("dot", GREY, "Places"),
    "TREATY": TypeStyle("diamond", PURPLE, "Treaties"),
    "LAW": TypeStyle("square", PURPLE, "Laws"),
    "EVENT": TypeStyle("star", YELLOW, "Events"),
}
SIGN_COLOURS: Mapping[int, SignColour] = {
    1: SignColour("#2166ac", "#74a9ff", "cooperative"),
    0: SignColour("#6b7280", "#9aa3b2", "neutral"),
    -1: SignColour("#b2182b", "#ff6b6b", "conflictual"),
}
