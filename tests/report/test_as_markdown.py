import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewtui.report.as_markdown import to_markdown
from reviewtui.report.blocks import (
    Block,
    BulletList,
    Heading,
    Item,
    Manner,
    Paragraph,
    Piece,
    Quote,
    Table,
    emphasised,
    link,
    plain,
    strong,
    words,
)
from tests.report.parsed import NEVER_FROM_TEXT, lines, lines_of, links, skeleton, tokens
from tests.strategies import HOSTILE_TEXTS, texts

MARKDOWN_TEXTS = (
    "a|b",
    "one\n# Root cause: Bob",
    "one\n\n# Root cause: Bob",
    "---",
    "one\n---",
    "one\n===",
    "===",
    "***",
    "___",
    "- - -",
    "--:--",
    "+++",
    "# Root cause: Bob",
    "#",
    "####### seven",
    "a title ##",
    "a title #",
    "## ##",
    "> quoted",
    "- point",
    "+ point",
    "* point",
    "-",
    "1. first",
    "10) tenth",
    "- [ ] to do",
    "- [x] done",
    "<!-- hidden",
    "<!-- hidden -->",
    "<img src=x onerror=alert(1)>",
    "</td></table>",
    "<https://x.example>",
    "<1@x.example>",
    "<?php",
    "```",
    "``` fence",
    "~~~ fence",
    "`code`",
    "``` broken\n~~~",
    "@everyone closes #45",
    "![](https://x.example/p.png)",
    "![alt][ref]",
    "[x](javascript:alert(1))",
    "[x]: https://x.example",
    "[x][]",
    "[^1]",
    "[^1]: a note",
    "[[wiki]]",
    "](https://x.example)",
    "https://x.example/a_b_c",
    "HTTPS://X.EXAMPLE",
    "ftp://x.example",
    "//x.example/a",
    "www.x.example",
    "WWW.x.com",
    "x.com",
    "deploy.sh and README.md",
    "bob@x.com",
    "mailto:bob@x.com",
    "xn--e1afmkfd.xn--p1ai",
    "яндекс.рф",
    "*emphasis* and **strong**",
    "_emphasis_ and __strong__",
    "***",
    "a*b*c",
    "~~struck~~ and ~struck~",
    "a ~b~ c",
    "&amp; &lt;b&gt; &#35; &#x23; &copy",
    "a trailing backslash \\",
    "\\# \\* \\\\ \\|",
    "a\\|b",
    "|a|b|\n|---|---|\n|c|d|",
    "| --- | --- |",
    "two spaces at the end  \nand more",
    "    indented",
    "\tindented",
    "\u00a0\u00a0 no-break spaces \u00a0",
    "$a$ and $$b$$",
    "\u3000wide space",
    "\x1c a separator \x85",
    "\u200b",
    "setext\n-",
)
ALL_TEXTS = tuple(dict.fromkeys((*HOSTILE_TEXTS, *MARKDOWN_TEXTS)))
markdown_texts = st.one_of(
    texts, st.sampled_from(ALL_TEXTS), st.text("\\`*_[]()<>&~$/@.#|!+-=:1a w\n\u00a0", max_size=30)
)

seen_texts = markdown_texts.filter(lambda text: bool(text.strip()))


def everywhere(text: str) -> tuple[Block, ...]:
    """Blocks with a text in every place that one can stand in."""
    item = Item(plain(text), (plain(text), words(strong(text), " ", emphasised(text), " ", text)))
    return (
        Heading(1, text),
        Paragraph(plain(text)),
        Quote(plain(text)),
        BulletList((item, Item(words(strong(text), f" {text}")), Item(words(f"{text} ", emphasised(text))))),
        Table((text, "", text), ((plain(text), words(strong(text), " ", text), plain("")), (plain(text),) * 3)),
        Paragraph(words("See ", link(text, "https://x.example/1"), ", ", link(text, "https://x.example/2"))),
        Paragraph(words(emphasised(text), f" {text}!")),
        Heading(2, f"{text} {text}"),
    )


ORDINARY = everywhere("ordinary")


class TestTextStaysText:
    @pytest.mark.parametrize("text", [text for text in ALL_TEXTS if text.strip()], ids=ascii)
    def test_structure_and_words_are_kept(self, text: str) -> None:
        markdown = to_markdown(everywhere(text))
        assert skeleton(markdown) == skeleton(to_markdown(ORDINARY))
        assert lines(markdown) == lines_of(everywhere(text))

    @given(seen_texts)
    def test_of_any_text(self, text: str) -> None:
        markdown = to_markdown(everywhere(text))
        assert skeleton(markdown) == skeleton(to_markdown(ORDINARY))
        assert lines(markdown) == lines_of(everywhere(text))

    @given(markdown_texts)
    def test_nothing_comes_of_text_but_text(self, text: str) -> None:
        markdown = to_markdown(everywhere(text))
        assert not NEVER_FROM_TEXT & {token.type for token in tokens(markdown)}
        assert set(links(markdown)) <= {"https://x.example/1", "https://x.example/2"}
        assert markdown.endswith("\n")
        assert not markdown.endswith("\n\n")

    @given(seen_texts, seen_texts)
    def test_two_texts_make_nothing_together(self, one: str, other: str) -> None:
        blocks = (
            Paragraph(words(f"{one} {other}")),
            Table(("a", "b"), ((plain(one), plain(other)),)),
            BulletList((Item(plain(one), (plain(other),)), Item(plain(other)))),
            Paragraph(plain(one)),
            Paragraph(plain(other)),
        )
        markdown = to_markdown(blocks)
        assert lines(markdown) == lines_of(blocks)
        assert links(markdown) == []
        assert not NEVER_FROM_TEXT & {token.type for token in tokens(markdown)}


class TestProseStaysReadable:
    @pytest.mark.parametrize(
        "text",
        [
            "error rate above 5 %, at 84 % (p95)",
            "v2.3.1 is out: it's -5 % in 10 minutes, e.g. here!",
            "snake_case_name, 5 * 3 < 20, R&D, C#, a -> b, ~13:30, $5 and $10",
            "“Who knew?” – nobody… said “no” [sic]".replace("[sic]", "(sic)"),
            "C:\\dir\\file, +12m, 12:00–13:00; half/half, either/or",
            "@everyone closes #45",
            "3.5 times, no.12 and 2026-11-12",
            "Grüße aus Köln, 東京 🔥",
        ],
    )
    def test_prose_is_written_as_it_is(self, text: str) -> None:
        assert to_markdown((Paragraph(plain(text)),)) == f"{text}\n"

    @pytest.mark.parametrize(
        ("text", "written"),
        [
            ("https://x.example/a_b", r"https:\//x.example/a_b"),
            ("arr[i]", r"arr\[i]"),
            ("a|b", r"a\|b"),
            ("1. one", r"1\. one"),
            ("# one", r"\# one"),
            ("*one*", r"\*one\*"),
            ("_one", r"\_one"),
            ("<b>", r"\<b>"),
            ("&amp;", r"\&amp;"),
            ("bob@x.com", r"bob\@x\.com"),
            ("end\\", r"end\\"),
            ("\x1b[2J", "\u241b\\[2J"),
            ("one\ntwo\n\n\tthree", "one two three"),
        ],
    )
    def test_a_backslash_stands_where_it_must(self, text: str, written: str) -> None:
        assert to_markdown((Paragraph(plain(text)),)) == f"{written}\n"


class TestLinks:
    @pytest.mark.parametrize("url", ["https://x.example", "http://x.example/a?b=1&c=2#d", "HTTPS://x.example/%20"])
    def test_an_address_of_the_web_is_one(self, url: str) -> None:
        assert links(to_markdown((Paragraph(words(link("the board", url))),))) == [url]

    @pytest.mark.parametrize(
        "url",
        [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "ftp://x.example",
            "//x.example",
            "x.example",
            "https:",
            "https:///",
            "https://x.example/a b",
            "https://x.example\n(javascript:alert(1))",
            " javascript:x",
            "",
        ],
    )
    def test_anything_else_is_text(self, url: str) -> None:
        markdown = to_markdown((Paragraph(words(link("the board", url))),))
        assert links(markdown) == []
        assert lines(markdown) == [" ".join(f"the board {url}".split())]

    @pytest.mark.parametrize(
        "tail",
        [")", "(", "()", "<x>", "\\", '"', "|", "`", "&lt;", "[a](b)", "]", "*a*", "é", "\u202e", "\ud800", "%zz"],
    )
    def test_no_address_ends_its_link(self, tail: str) -> None:
        url = f"https://x.example/{tail}"
        blocks = (
            Paragraph(words(link("here", url), " and there")),
            Table(("a", "b"), ((words(link("x", url)), plain("")),)),
        )
        markdown = to_markdown(blocks)
        assert len(links(markdown)) == 2
        assert all(one.startswith("https://x.example/") for one in links(markdown))
        assert lines(markdown) == ["here and there", "a", "b", "x", ""]

    def test_a_link_without_a_name_shows_its_address(self) -> None:
        assert lines(to_markdown((Paragraph(words(link(" ", "https://x.example/a_b"))),))) == ["https://x.example/a_b"]


class TestForm:
    def test_blocks_one_after_the_other(self) -> None:
        blocks = (
            Heading(1, "Title"),
            Paragraph(words("Said ", strong("loud"), " and ", emphasised("soft"), ".")),
            Quote(plain("a word")),
            BulletList((Item(plain("one"), (plain("under"),)), Item(plain("two")))),
        )
        assert to_markdown(blocks) == ("# Title\n\nSaid **loud** and *soft*.\n\n> a word\n\n- one\n  - under\n- two\n")

    def test_a_narrow_table_is_padded(self) -> None:
        table = Table(("", "Users"), ((plain("noticed"), plain("13:36")),))
        assert to_markdown((table,)) == ("|         | Users |\n| ------- | ----- |\n| noticed | 13:36 |\n")

    def test_a_wide_one_is_not(self) -> None:
        table = Table(("", "Users"), ((plain("told"), plain("x" * 100)),))
        assert to_markdown((table,)) == f"|  | Users |\n| --- | --- |\n| told | {'x' * 100} |\n"

    def test_a_piece_without_text_is_not_set(self) -> None:
        empty = words("a ", strong(" \n"), emphasised(""), link("", ""), Piece("\u00a0", Manner.STRONG), "b")
        assert to_markdown((Paragraph(empty),)) == "a b\n"

    def test_nothing_at_all(self) -> None:
        assert to_markdown(()) == "\n"

    @pytest.mark.parametrize("letter", [*"\\`*_[]<&~|$/@.#!-=1 ", "&a", "a.", "\\ ", "# ", "1.", "\u0301", "~a"])
    def test_a_long_run_of_anything_is_written_at_once(self, letter: str) -> None:
        text = letter * 100_000
        assert len(to_markdown((Heading(1, text), Paragraph(plain(text))))) <= 4 * len(text) + 8
