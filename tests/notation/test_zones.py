import pytest

from reviewtui.notation.zones import find_zone, is_zone, scan_zone


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("All times in CEST", "UTC+02:00"),
        ("## Timeline (times in BST)", "UTC+01:00"),
        ("Date and Time in CET", "UTC+01:00"),
        ("Times are UTC.", "UTC"),
        ("times in UTC+5:30", "UTC+05:30"),
        ("in Europe/Berlin time", "Europe/Berlin"),
        ("All times PT", "America/Los_Angeles"),
    ],
)
def test_the_zone_that_a_text_names(text: str, read_as: str) -> None:
    zone = find_zone(text)
    assert zone is not None
    assert zone.read_as == read_as


@pytest.mark.parametrize(
    "text", ["", "the test cluster", "EAST of it", "BEST practice", "and/or", "Foo/Bar", "A/B test"]
)
def test_words_that_are_no_zone(text: str) -> None:
    assert find_zone(text) is None


def test_letters_that_mean_several_zones_say_so() -> None:
    found = scan_zone("CST")
    assert found is not None
    assert found[0].others == ("Asia/Shanghai",)


@pytest.mark.parametrize("name", ["Europe/Berlin", "UTC", "UTC+02:00", "UTC-09:30"])
def test_zones_that_a_review_can_be_shown_in(name: str) -> None:
    assert is_zone(name)


@pytest.mark.parametrize("name", ["", "Nowhere/Land", "../../etc/passwd", "UTC+99:00", "\x00", "Europe"])
def test_names_that_are_no_zone(name: str) -> None:
    assert not is_zone(name)
