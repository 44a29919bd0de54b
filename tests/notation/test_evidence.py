from hypothesis import given
from hypothesis import strategies as st

from reviewtui.model.review import Link
from reviewtui.notation.evidence import format_links, parse_links
from tests.strategies import texts


def test_a_name_and_an_address_a_line() -> None:
    assert parse_links("Grafana, checkout https://grafana.example/d/1\n\nhttps://x.example\nthe wiki page") == (
        Link(label="Grafana, checkout", url="https://grafana.example/d/1"),
        Link(label="", url="https://x.example"),
        Link(label="the wiki page", url=""),
    )


words = st.text("abc, ", max_size=12).map(str.strip)


@given(st.lists(st.builds(Link, label=words, url=st.sampled_from(["", "https://x.example/a?b=c"])), max_size=4))
def test_reading_what_was_written_gives_the_same_links(links: list[Link]) -> None:
    kept = [link for link in links if link.label or link.url]
    assert list(parse_links(format_links(kept))) == kept


@given(texts)
def test_no_text_makes_the_parser_raise_or_lose_words(text: str) -> None:
    again = format_links(parse_links(text))
    assert again.split() == text.split()
