"""An HTML page → its article and what the page tells of it."""

from kg.corpus import find_blocks
from kg.corpus.metadata import Metadata
from kg.corpus.webpage import find_declared_charset, read_web_page

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8">
<title>Envoys meet in Geneva | The Lakeside Herald</title>
<meta property="og:site_name" content="The Lakeside Herald"><meta name="author" content="Ana Petrova">
<meta property="article:published_time" content="2021-06-16T08:00:00Z">
<link rel="canonical" href="https://herald.example/geneva"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Envoys meet in Geneva</h1>
<p>Envoys of Norway and Turkey met in Geneva to discuss the treaty. Oslo said that the talks were useful,<br>
and Ankara agreed to continue.</p>
<h2>What comes next</h2>
<p>A second round is planned for the autumn, officials said. Neither side expects a quick agreement.</p>
<p>Analysts believe that Greece will not join the talks before the two states agree on limits.</p>
</article><footer>© 2021 The Lakeside Herald. All rights reserved.</footer></body></html>"""


def test_a_page_tells_title_author_site_date_address_and_language():
    page = read_web_page(PAGE)
    assert page is not None
    assert page.metadata == Metadata(
        "Envoys meet in Geneva",
        "Ana Petrova",
        "The Lakeside Herald",
        "2021-06-16",
        "https://herald.example/geneva",
        "en",
    )


def test_the_article_comes_without_menu_and_footer_and_in_paragraphs():
    page = read_web_page(PAGE)
    assert page is not None
    kinds = [block.kind for block in find_blocks(page.text)]
    assert kinds == ["heading", "paragraph", "heading", "paragraph", "paragraph"]
    assert "World" not in page.text
    assert "rights" not in page.text


def test_a_page_without_an_article_is_none():
    assert read_web_page("<html><body></body></html>") is None


def test_the_charset_a_page_names():
    assert find_declared_charset(b'<meta charset="windows-1251">') == "windows-1251"
    assert find_declared_charset(b'<meta http-equiv=x content="text/html; charset=koi8-r">') == "koi8-r"
    assert find_declared_charset(b"<p>charset=no</p>") == ""
