from reviewtui.report.blocks import BulletList, Heading, Item, Paragraph, Quote, Table, link, plain, strong, words
from reviewtui.tui.present.report import MEASURE, report_lines

SIDE_BY_SIDE = Table(
    ("", "Delivery", "Operations"),
    (
        (plain("told"), plain("We heard of it just now, from the people in this room."), plain("It fired twice.")),
        (plain("thought"), plain(""), plain("the nightly job")),
    ),
)


def shown(*blocks: object, width: int = 60) -> list[str]:
    return [line.content.plain for line in report_lines(blocks, width)]  # type: ignore[arg-type]


def test_a_report_is_read_without_the_marks_of_markdown() -> None:
    lines = shown(
        Heading(2, "What happened"),
        Paragraph(words(strong("10:42 It began."), " See ", link("the board", "https://board.example"), ".")),
        Quote(plain("We went back to slides.")),
        BulletList((Item(plain("a point"), (plain("what belongs to it"),)),)),
    )
    assert lines == [
        "What happened",
        "",
        "10:42 It began. See the board (https://board.example).",
        "",
        "▌ We went back to slides.",
        "",
        "• a point",
        "  – what belongs to it",
    ]


def test_roles_stand_side_by_side_each_in_its_column() -> None:
    lines = shown(SIDE_BY_SIDE, width=60)
    header, told, below = lines[0], lines[2], lines[3]
    assert told.index("We heard") == header.index("Delivery") == below.index("from")
    assert told.index("It fired") == header.index("Operations")
    assert lines[-1].startswith("thought")


def test_what_says_what_stands_below_it_is_known_as_such() -> None:
    blocks = (
        Heading(2, "What surprised us"),
        Paragraph(words(strong("It made things harder"))),
        Paragraph(plain("No")),
    )
    assert [line.content.plain for line in report_lines(blocks, 60) if line.leads] == [
        "What surprised us",
        "It made things harder",
    ]


def test_where_columns_had_no_room_one_role_follows_the_other() -> None:
    assert shown(SIDE_BY_SIDE, width=40) == [
        "Delivery",
        "  told     We heard of it just now, from",
        "           the people in this room.",
        "Operations",
        "  told     It fired twice.",
        "  thought  the nightly job",
    ]


def test_no_line_is_wider_than_the_room_and_prose_no_wider_than_can_be_read() -> None:
    long = "word " * 200
    blocks = (Heading(1, long), Paragraph(plain(long)), BulletList((Item(plain(long)),)), SIDE_BY_SIDE)
    assert max(len(line) for line in shown(*blocks, width=50)) <= 50
    assert max(len(line) for line in shown(Paragraph(plain(long)), width=200)) <= MEASURE


def test_a_text_in_a_report_is_that_text() -> None:
    hostile = "[bold]x[/] \x1b[2J\n# no heading | no cell"
    assert "[bold]x[/] ␛[2J # no heading | no cell" in "\n".join(shown(Paragraph(plain(hostile)), width=80))
