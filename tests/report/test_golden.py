import os
import subprocess
import sys

import pytest

from reviewtui.report import report_text
from tests.report.golden import EXPECTED, review
from tests.report.parsed import NEVER_FROM_TEXT, links, tokens


def test_a_realistic_report() -> None:
    assert report_text(review()) == EXPECTED.read_text(encoding="utf-8"), "python -m tests.report.golden"


def test_it_holds_nothing_but_what_a_report_is_made_of() -> None:
    text = EXPECTED.read_text(encoding="utf-8")
    assert not NEVER_FROM_TEXT & {token.type for token in tokens(text)}
    assert {link.split("/")[2].rpartition(".")[2] for link in links(text)} == {"example"}


@pytest.mark.parametrize("seed", ["1", "2"])
def test_another_process_writes_the_same_bytes(seed: str) -> None:
    program = "from tests.report.golden import *; import sys; sys.stdout.buffer.write(report_text(review()).encode())"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    run = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
    assert run.stdout == EXPECTED.read_bytes()
