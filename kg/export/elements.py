"""What the two XML formats share: elements with attributes in a fixed order, as text."""

from collections.abc import Mapping
from xml.etree import ElementTree

from kg.export.tables import Cell

Element = ElementTree.Element

TYPE_NAMES: Mapping[type, str] = {str: "string", int: "int", float: "double", bool: "boolean"}


def add_element(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """A new last child of `parent`; a trailing underscore of an attribute's name is dropped."""
    element = ElementTree.SubElement(
        parent, tag, {name.rstrip("_"): value for name, value in attributes.items()}
    )
    if text:
        element.text = text
    return element


def format_cell(cell: Cell) -> str:
    """A cell as XML Schema writes it."""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)


def format_xml(root: Element) -> str:
    """The document below `root`, indented."""
    ElementTree.indent(root)
    body = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{body}\n'
