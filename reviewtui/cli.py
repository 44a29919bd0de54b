"""The command line: arguments, one call, what comes of it printed. Errors become exit statuses here, and only here."""

import argparse
import os
import sys

from reviewtui.errors import NewerSchema, NoTerminal, OpenQuestion, ReviewtuiError, UnreadableFile, WrongUse

# What `--help` imports is what it costs, and `typing` would be a tenth of it.
FRAMES = ("TEXTUAL_FPS", "240")
"""How often a second the screen may be drawn: what a key changes waits for the next time."""
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from typing import Any

    from reviewtui.model.reading import Reading
    from reviewtui.settings import Preferences
    from reviewtui.terminal import Terminal

    Run = Callable[[argparse.Namespace], int]
    Fill = Callable[[argparse.ArgumentParser], None]


def main(words: "Sequence[str] | None" = None) -> int:
    """Run the command that `words` ask for, by default the program's arguments, and return its exit status.

    0 done, 1 the answer is no, 2 wrong use or unreadable input, 3 the session is held by another.
    """
    given = sys.argv[1:] if words is None else list(words)
    asked = _parser(given).parse_args(given)
    run: Run = asked.run
    try:
        return run(asked)
    except ReviewtuiError as error:
        _complain(str(error))
        return error.exit_status
    except BrokenPipeError:
        # Whoever read the output has had enough, as `head` does; nothing more can be told to them.
        sys.stderr.close()
        return 0


def _complain(text: str) -> None:
    from reviewtui.plaintext import displayable_line, storable

    print(f"reviewtui: {displayable_line(storable(text))}", file=sys.stderr)


# --- the words -------------------------------------------------------------------------------------------------------


def _parser(words: "Sequence[str]") -> argparse.ArgumentParser:
    """Return the parser of the arguments; of the commands, those that stand in `words` have parsers of their own."""
    parser = argparse.ArgumentParser(
        prog="reviewtui",
        description="Incident reviews in the terminal: every role's picture of the same incident, side by side. "
        "Without a command it opens the library of reviews.",
        epilog="example: reviewtui demo",
        formatter_class=_help,
    )
    parser.add_argument("--version", action="store_true", help="print the version and end")
    _add_sessions(parser, None)
    parser.set_defaults(run=_library)
    commands = parser.add_subparsers(metavar="COMMAND", parser_class=_parser_if_asked)  # type: ignore[call-overload]
    for name, text, example, run, fill in _commands():
        made: argparse.ArgumentParser | None = commands.add_parser(
            name,
            help=text,
            description=text,
            epilog=f"example: reviewtui {example}",
            formatter_class=_help,
            is_asked=name in words,
        )
        if made is not None:
            made.set_defaults(run=run)
            _add_sessions(made, argparse.SUPPRESS)
            fill(made)
    return parser


def _parser_if_asked(*, is_asked: bool, **words: "Any") -> argparse.ArgumentParser | None:
    """Return a parser for a command that is asked for; for another there is nothing to parse."""
    return argparse.ArgumentParser(**words) if is_asked else None


def _help(prog: str) -> argparse.HelpFormatter:
    """Return what lays out a help text; it asks the terminal itself, where argparse would import half of `shutil`."""
    try:
        columns = os.get_terminal_size().columns
    except OSError:
        columns = 80
    return argparse.HelpFormatter(prog, width=max(columns - 2, 40))


def _commands() -> "tuple[tuple[str, str, str, Run, Fill], ...]":
    """Return each command: its name, what it does, an example, what runs it, and what adds its arguments."""
    return (
        ("demo", "copy a worked example to the sessions folder and open it", "demo payments-cache", _demo, _for_demo),
        ("new", "make a review and open it", "new 'Checkout outage' --zone Europe/Berlin", _new, _for_new),
        ("open", "open a review", "open checkout-outage", _open, _add_name),
        (
            "show",
            "open the room's window, which shows nothing private",
            "show checkout",
            _show,
            _add_name,
        ),
        ("list", "list the reviews, newest first", "list --json", _list, _add_json),
        ("preview", "say what would be read from files, and what not", "preview notes.md", _preview, _add_files),
        (
            "import",
            "read timelines into a review; again adds nothing",
            "import checkout notes.md",
            _import,
            _for_import,
        ),
        ("differences", "say where the roles' pictures differ", "differences checkout", _differences, _for_differences),
        ("check", "say what is to decide before a review is shared", "check checkout", _check, _for_check),
        ("search", "find what was said, across all reviews", "search cache 'half hour'", _search, _for_search),
        (
            "hints",
            "say which words of a text judge somebody, and what to ask instead",
            "hints notes.md",
            _hints,
            _for_hints,
        ),
        ("doctor", "say where things are, and whether every review is readable", "doctor --fix", _doctor, _for_doctor),
        ("export", "write the report", "export checkout -f markdown -o report.md", _export, _for_export),
    )


def _add_sessions(parser: argparse.ArgumentParser, default: "str | None") -> None:
    parser.add_argument("--sessions", metavar="DIR", default=default, help="the folder that reviews are kept in")


def _for_demo(demo: argparse.ArgumentParser) -> None:
    demo.add_argument("name", nargs="?", metavar="NAME", help="which one; payments-cache if none is named")
    demo.add_argument("--list", action="store_true", help="name the worked examples and what each shows, and end")
    _add_no_open(demo)


def _for_new(new: argparse.ArgumentParser) -> None:
    new.add_argument("title", metavar="TITLE", help="what people call it")
    new.add_argument("--zone", metavar="ZONE", help="the time zone it is shown in, such as Europe/Berlin")
    new.add_argument(
        "--model", choices=("central", "ybiyri", "custom"), default="central", help="who runs what is built"
    )
    new.add_argument("--kind", choices=("live-incident", "chaos-day", "near-miss"), default="live-incident")
    _add_no_open(new)


def _for_differences(differing: argparse.ArgumentParser) -> None:
    _add_name(differing)
    _add_json(differing)


def _for_check(checking: argparse.ArgumentParser) -> None:
    _add_name(checking)
    _add_json(checking)


def _for_search(searching: argparse.ArgumentParser) -> None:
    searching.add_argument("words", nargs="+", metavar="WORD", help="every one of them is in what is found")
    _add_json(searching)


def _for_hints(hinting: argparse.ArgumentParser) -> None:
    hinting.add_argument("files", nargs="+", metavar="FILE", help="files with text in them; - reads standard input")
    hinting.add_argument("--people", metavar="NAME", help="a review whose people and roles the text may name")
    hinting.add_argument("--soft", action="store_true", help="give soft hints as well: “obviously”, “just”, …")
    _add_json(hinting)


def _for_doctor(doctor: argparse.ArgumentParser) -> None:
    doctor.add_argument(
        "--fix", action="store_true", help="remove leftovers, and close files to others on this machine"
    )
    _add_json(doctor)


def _for_export(export: argparse.ArgumentParser) -> None:
    _add_name(export)
    export.add_argument("-f", "--format", choices=("markdown",), default="markdown", help="the report's form")
    export.add_argument("-o", "--output", metavar="PATH", help="where to; - prints it; NAME.md here if it is left out")


def _for_import(reading: argparse.ArgumentParser) -> None:
    _add_name(reading)
    _add_files(reading)


def _add_name(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", help="the review's file, its id, or a part of its title")


def _add_no_open(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-open", action="store_true", help="only make the file and print its path")


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON value, in a shape that stays")


def _add_files(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="files with a timeline in them")
    parser.add_argument("--format", metavar="F", help="what is in them, if it can't be told: markdown, text")
    parser.add_argument("--zone", metavar="Z", help="the zone of times for which they name none or are in doubt")
    parser.add_argument("--dates", choices=("dmy", "mdy"), help="whether 03/04 begins with the day or the month")
    _add_json(parser)


# --- what is asked for ------------------------------------------------------------------------------------------------


def _preferences() -> "Preferences":
    from reviewtui.paths import config_file
    from reviewtui.settings import load

    return load(config_file())


def _folder(asked: argparse.Namespace) -> "Path":
    from pathlib import Path

    from reviewtui.paths import sessions_folder

    return sessions_folder(Path(asked.sessions) if asked.sessions else None, _preferences().sessions_folder)


def _start(asked: argparse.Namespace, command: str, opening: "Path | None" = None) -> int:
    _need_terminal(command)
    import gc

    # Nothing that is made before the first screen becomes garbage; the app switches collecting on again.
    gc.disable()
    os.environ.setdefault(*FRAMES)
    from reviewtui.paths import config_file
    from reviewtui.terminal import terminal_of
    from reviewtui.tui.app import ReviewApp

    own_folder, terminal = config_file().parent, terminal_of(os.environ)
    app = ReviewApp(_folder(asked), opening, _preferences(), own_folder=own_folder, terminal=terminal)
    app.run()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0


def _need_terminal(command: str) -> None:
    if not _is_interactive():
        raise NoTerminal(command)


def _is_interactive() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _print_json(value: "Any") -> int:
    import msgspec

    sys.stdout.write(msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n")
    return 0


def _line(text: str) -> None:
    from reviewtui.plaintext import displayable_line

    print(displayable_line(text))


def _library(asked: argparse.Namespace) -> int:
    if asked.version:
        from importlib.metadata import version

        print(f"reviewtui {version('reviewtui')}")
        return 0
    return _start(asked, "reviewtui")


def _demo(asked: argparse.Namespace) -> int:
    from reviewtui.library import FIRST_EXAMPLE, copy_example, worked_examples

    if asked.list:
        from reviewtui.printed import example_lines

        for line in example_lines(worked_examples()):
            _line(line)
        return 0
    if not asked.no_open:
        _need_terminal("reviewtui demo")
    return _made(asked, copy_example(asked.name or FIRST_EXAMPLE, _folder(asked)), "reviewtui demo")


def _new(asked: argparse.Namespace) -> int:
    from reviewtui.library import create_review
    from reviewtui.model.moments import zone_named
    from reviewtui.model.review import OperatingModel, ReviewKind
    from reviewtui.plaintext import storable
    from reviewtui.settings import zone_of_new_reviews

    models = {
        "central": OperatingModel.CENTRAL_OPERATIONS,
        "ybiyri": OperatingModel.YOU_BUILD_IT,
        "custom": OperatingModel.CUSTOM,
    }
    if not asked.no_open:
        _need_terminal("reviewtui new")
    zone = asked.zone or zone_of_new_reviews(_preferences())
    zone_named(zone)
    path = create_review(
        _folder(asked),
        title=_title(storable(asked.title)),
        zone=zone,
        operating_model=models[asked.model],
        kind=ReviewKind(asked.kind.replace("-", " ")),
    )
    return _made(asked, path, "reviewtui new")


def _title(text: str) -> str:
    if not text.strip():
        raise WrongUse("a review needs a title")
    return text.strip()


def _made(asked: argparse.Namespace, path: "Path", command: str) -> int:
    if asked.no_open:
        print(path)
        return 0
    return _start(asked, command, path)


def _open(asked: argparse.Namespace) -> int:
    from reviewtui.library import find, read_review

    path = find(_folder(asked), asked.name)
    try:
        read_review(path)
    except NewerSchema:
        raise
    except UnreadableFile as error:
        # The interface offers the copies from before; without a terminal this is all there is to say.
        if not (_is_interactive() and path.is_file()):
            raise
        _complain(str(error))
    return _start(asked, "reviewtui open", path)


def _show(asked: argparse.Namespace) -> int:
    from reviewtui.library import find, read_review

    path = find(_folder(asked), asked.name)
    read_review(path)
    _need_terminal("reviewtui show")
    os.environ.setdefault(*FRAMES)
    from reviewtui.paths import config_file
    from reviewtui.terminal import terminal_of
    from reviewtui.tui.room_app import RoomApp

    RoomApp(path, _preferences(), config_file().parent, terminal_of(os.environ)).run()
    return 0


def _list(asked: argparse.Namespace) -> int:
    from reviewtui.library import entries
    from reviewtui.printed import entry_line, entry_row

    found = entries(_folder(asked))
    if asked.json:
        return _print_json([entry_row(entry) for entry in found])
    for entry in found:
        _line(entry_line(entry))
    return 0


def _differences(asked: argparse.Namespace) -> int:
    from reviewtui.analysis.differences import differences
    from reviewtui.library import find, read_review
    from reviewtui.printed import difference_lines, difference_row

    review = read_review(find(_folder(asked), asked.name))
    found = differences(review)
    if asked.json:
        return _print_json([difference_row(review, one) for one in found])
    for line in difference_lines(review, found):
        _line(line)
    return 0


def _check(asked: argparse.Namespace) -> int:
    from reviewtui.analysis.readiness import readiness
    from reviewtui.library import find, read_review
    from reviewtui.printed import readiness_lines, readiness_value

    found = readiness(read_review(find(_folder(asked), asked.name)))
    if asked.json:
        _print_json(readiness_value(found))
    else:
        for line in readiness_lines(found):
            _line(line)
    return 0 if found.is_ready else 1


def _search(asked: argparse.Namespace) -> int:
    from reviewtui.analysis.search import SearchIndex
    from reviewtui.library import entries, read_review
    from reviewtui.printed import hit_lines, hit_row

    found = []
    for entry in entries(_folder(asked)):
        if entry.trouble:
            _complain(f"{entry.name}: {entry.trouble}")
        else:
            found.append((entry, SearchIndex(read_review(entry.path)).find(" ".join(asked.words))))
    if asked.json:
        _print_json([hit_row(entry, hit) for entry, hits in found for hit in hits.hits])
    else:
        for line in (line for entry, hits in found for line in hit_lines(entry, hits)):
            _line(line)
    return 0 if any(hits.hits for _, hits in found) else 1


def _hints(asked: argparse.Namespace) -> int:
    from reviewtui.analysis.wording import NOBODY, Wording, hints, people_of
    from reviewtui.data import records
    from reviewtui.library import find, read_review
    from reviewtui.paths import config_file
    from reviewtui.printed import hint_line, hint_row

    known = records("wording.toml", "hint", Wording, config_file().parent)
    people = people_of(read_review(find(_folder(asked), asked.people))) if asked.people else NOBODY
    found = [
        (source, hint) for source in asked.files for hint in hints(_text_of(source), known, people, soft=asked.soft)
    ]
    if asked.json:
        return _print_json([hint_row(source, hint) for source, hint in found])
    for source, hint in found:
        _line(hint_line(source, hint))
    return 0


def _text_of(source: str) -> str:
    if source == "-":
        return sys.stdin.buffer.read().decode(errors="replace")
    from pathlib import Path

    from reviewtui.library import read_source

    return read_source(Path(source)).decode(errors="replace")


def _doctor(asked: argparse.Namespace) -> int:
    from datetime import UTC, datetime
    from pathlib import Path

    from reviewtui.doctor import Trouble, examine, mend
    from reviewtui.paths import cache_folder, config_file
    from reviewtui.printed import doctor_lines, doctor_value
    from reviewtui.tui.phrasebook import Phrasebook

    unset: tuple[Trouble, ...] = ()
    try:
        folder = _folder(asked)
    except UnreadableFile as error:
        from reviewtui.paths import sessions_folder

        unset = (Trouble(config_file(), f"the settings can't be read: {error.why}"),)
        folder = sessions_folder(Path(asked.sessions) if asked.sessions else None, None)
    found = examine(folder, datetime.now(UTC))
    left_out = Phrasebook(config_file().parent).look_through()
    unread = (Trouble(Path(str(error.path)), f"what it adds is left out: {error.why}") for error in left_out)
    found = found._replace(troubles=(*unset, *unread, *found.troubles))
    mended = {trouble for trouble in found.troubles if asked.fix and mend(trouble)}
    told = (config_file(), cache_folder(), _terminal(), found, mended)
    if asked.json:
        _print_json(doctor_value(*told))
    else:
        for line in doctor_lines(*told):
            _line(line)
    return 1 if set(found.troubles) - mended else 0


def _terminal() -> "Terminal | None":
    """Return what the terminal can do; `None` without one."""
    from reviewtui.terminal import terminal_of

    try:
        columns, rows = os.get_terminal_size(sys.stdout.fileno())
    except (OSError, ValueError):
        return None
    return terminal_of(os.environ, columns, rows)


def _export(asked: argparse.Namespace) -> int:
    from pathlib import Path

    from reviewtui.library import find, read_review, write_export
    from reviewtui.paths import name_of
    from reviewtui.report import outline, to_markdown

    path = find(_folder(asked), asked.name)
    text = to_markdown(outline(read_review(path)))
    if asked.output == "-":
        sys.stdout.write(text)
        return 0
    target = Path(asked.output or f"{name_of(path)}.md")
    write_export(target, text)
    print(target)
    return 0


def _read_all(asked: argparse.Namespace, assumed_zone: str) -> "Reading":
    from pathlib import Path

    from reviewtui.importers.registry import read_file
    from reviewtui.library import read_source
    from reviewtui.model.reading import DateOrder, joined

    order = DateOrder(asked.dates) if asked.dates else None
    return joined(
        tuple(
            read_file(
                Path(file).name,
                read_source(Path(file)),
                zone=asked.zone,
                assumed_zone=assumed_zone,
                date_order=order,
                format_name=asked.format,
            )
            for file in asked.files
        )
    )


def _preview(asked: argparse.Namespace) -> int:
    from reviewtui.printed import reading_lines, reading_value

    reading = _read_all(asked, "UTC")
    if asked.json:
        return _print_json(reading_value(reading))
    for line in reading_lines(reading):
        _line(line)
    return 0


def _import(asked: argparse.Namespace) -> int:
    from reviewtui.edits.reading import take_new_rows
    from reviewtui.identity import new_id
    from reviewtui.library import find
    from reviewtui.model.reading import open_question
    from reviewtui.model.review import EventId
    from reviewtui.printed import taken_line, taken_value
    from reviewtui.session import open_to_write

    session = open_to_write(find(_folder(asked), asked.name))
    try:
        reading = _read_all(asked, session.review.zone)
        if question := open_question(reading):
            raise OpenQuestion(question)
        before = session.review
        session.apply(take_new_rows.asked(rows=reading.rows, ids=tuple(EventId(new_id()) for _ in reading.rows)))
        session.close()
    except ReviewtuiError:
        session.abandon()
        raise
    if asked.json:
        return _print_json(taken_value(before, reading))
    _line(taken_line(before, reading))
    return 0
