"""The whole program, ended in every way there is, at moments that nobody chose well."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from reviewtui.library import copy_example, read_review
from tests.terminal import Terminal, texts_of

ROOT = Path(__file__).parents[2]


@pytest.fixture
def example(tmp_path: Path) -> Path:
    return copy_example("payments-cache", tmp_path)


def writing(example: Path) -> Terminal:
    """The program, with the editor open and a word typed."""
    terminal = Terminal("--sessions", str(example.parent), "open", example.name)
    terminal.sees("moment 1 of 16")
    terminal.types("\r")
    terminal.sees("next role")
    terminal.types("typed before the end")
    terminal.sees("end")
    return terminal


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_it_saves_when_the_system_ends_it(example: Path, number: signal.Signals) -> None:
    with writing(example) as terminal:
        assert terminal.signals(number) == 0
    assert any("typed before the end" in text for text in texts_of(example))


def test_it_saves_when_the_terminal_is_closed(example: Path) -> None:
    with writing(example) as terminal:
        assert terminal.closes() == 0
    assert any("typed before the end" in text for text in texts_of(example))


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="threads are counted as Linux lists them")
def test_nothing_reads_the_keyboard_twice_when_the_system_says_to_go_on(example: Path) -> None:
    with writing(example) as terminal:
        terminal.waits_until(lambda: any("typed before the end" in text for text in texts_of(example)), "never saved")
        before = threads_of(terminal)
        os.kill(terminal.child, signal.SIGCONT)
        terminal.types(" and after")
        terminal.sees("after")
        # Others come and go for a moment; one that reads the keyboard would stay.
        terminal.waits_until(lambda: threads_of(terminal) <= before, "one more reads the keyboard")
        assert terminal.closes() == 0


def threads_of(terminal: Terminal) -> int:
    """How many threads the program has."""
    return len(list(Path(f"/proc/{terminal.child}/task").iterdir()))


def test_a_kill_while_typing_loses_at_most_what_was_typed_last(example: Path) -> None:
    with writing(example) as terminal:
        terminal.waits_until(lambda: any("typed before the end" in text for text in texts_of(example)), "never saved")
        terminal.types(" and a little more")
        assert terminal.signals(signal.SIGKILL) == -signal.SIGKILL
    assert any("typed before the end" in text for text in texts_of(example))
    with Terminal("--sessions", str(example.parent), "open", example.name) as again:
        again.sees("typed before the end")


def test_a_kill_at_any_moment_leaves_a_file_that_opens(example: Path) -> None:
    for letters in (0, 1, 3, 7):
        with writing(example) as terminal:
            terminal.types("x" * letters)
            terminal.waits_until(lambda: any("typed before the end" in text for text in texts_of(example)), "no save")
            terminal.types("y" * letters)
            terminal.signals(signal.SIGKILL)
        assert any("typed before the end" in text for text in texts_of(example))


def test_a_kill_while_importing_leaves_all_of_it_or_nothing(example: Path) -> None:
    rows = "\n".join(f"- {hour:02}:{minute:02} step {minute}" for hour in range(24) for minute in range(0, 60, 5))
    (example.parent / "notes.md").write_text(f"# A long day\n\nAll times in UTC, 2026-11-12\n\n{rows}\n")
    before = len(read_review(example).events)
    copies = {nth: copy_of(example.parent, nth) for nth in (*range(1, 40, 2), 1000)}
    running = [
        subprocess.Popen([sys.executable, "-m", "tests.faults.saver", "import", str(copy), str(nth)], cwd=ROOT)
        for nth, copy in copies.items()
    ]
    statuses = [process.wait() for process in running]
    counts = [len(read_review(copy).events) for copy in copies.values()]
    assert set(statuses) == {-signal.SIGKILL, 0}
    assert set(counts) == {before, before + 24 * 12}
    assert counts == sorted(counts), "what was read was lost again"


def test_of_two_programs_the_second_follows_and_takes_over(example: Path) -> None:
    with writing(example) as first:
        first.waits_until(lambda: any("typed before the end" in text for text in texts_of(example)), "never saved")
        with Terminal("--sessions", str(example.parent), "open", example.name) as second:
            second.sees("follows along")
            second.sees(f"process {first.child}")
            second.sees("typed before the end")
            first.types(" halfway")
            second.sees("halfway")
            second.types("\x1b[18~")  # f7
            second.sees("it is written here now")
            first.sees(f"process {second.child}")
            second.types("\r")
            second.sees("next role")
            second.types(" onwards")
            first.sees("onwards")
            assert second.signals(signal.SIGTERM) == 0
        assert first.signals(signal.SIGTERM) == 0
    (told,) = (text for text in texts_of(example) if "typed before the end" in text)
    assert told.endswith("typed before the end halfway\n onwards")


def test_a_damaged_review_is_one_clear_line_and_offers_the_copy(example: Path) -> None:
    with writing(example) as terminal:
        terminal.signals(signal.SIGTERM)
    example.write_bytes(b"{")
    with Terminal("--sessions", str(example.parent), "open", example.name) as terminal:
        terminal.sees("it ends in the middle (line 1); left as it is")
        terminal.sees("byte for byte")
        terminal.sees("16 events")
        terminal.types("\r")
        terminal.sees("payments-cache-recovered.review.json")
        assert terminal.signals(signal.SIGTERM) == 0
    assert example.read_bytes() == b"{"
    recovered = example.with_name("payments-cache-recovered.review.json")
    assert any("typed before the end" in text for text in texts_of(recovered))
    done = subprocess.run(
        [sys.executable, "-m", "reviewtui", "--sessions", str(example.parent), "open", example.name], check=False,
        capture_output=True, text=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)


def copy_of(folder: Path, number: int) -> Path:
    """A copy of a folder with a review and notes, beside it; the review in it."""
    return shutil.copytree(folder, folder.with_name(f"{folder.name}-{number}")) / "payments-cache.review.json"
