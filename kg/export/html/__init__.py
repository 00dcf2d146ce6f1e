"""The graph as one page that works offline."""

from kg.export.html.page import Page, make_page, render_page, write_page

__all__ = ["Page", "make_page", "render_page", "write_page"]
