"""The real program under hands that do not wait, and under a paste that nobody cleaned."""

from pathlib import Path

from reviewtui.library import copy_example, read_review
from tests.terminal import Terminal

PASTED = "\x1b[31mERROR\x1b[0m pool \x1bu exhausted"


def test_esc_and_the_next_keys_at_once_and_a_paste_with_esc_in_it(tmp_path: Path) -> None:
    path = copy_example("payments-cache", tmp_path)
    before = {account.id: account.text for account in read_review(path).accounts}
    with Terminal("--sessions", str(tmp_path), "open", "payments-cache") as terminal:
        terminal.sees("Accounts")
        terminal.types("3N")
        terminal.sees("next role")
        terminal.types(f"nobody looked there\x1bN\x1b[200~{PASTED}\x1b[201~\x1bj\x11")
        assert terminal.ends() == 0
    added = [account.text for account in read_review(path).accounts if account.id not in before]
    assert added == ["nobody looked there", PASTED]
