"""What the system may tell the program, beside what a person does."""

import signal
from types import FrameType


def resume_only_what_was_suspended() -> None:
    """Let the terminal be taken up again only after it was given up.

    A terminal that is closed sends SIGCONT behind its SIGHUP. Textual takes every SIGCONT for the return from a
    suspension and starts to read the keyboard a second time; nobody would stop the first reader, and the program would
    never end.
    """
    suspend, resume = signal.getsignal(signal.SIGTSTP), signal.getsignal(signal.SIGCONT)
    if not callable(suspend) or not callable(resume):
        return
    is_suspended = False

    def stops(number: int, frame: FrameType | None) -> None:
        nonlocal is_suspended
        is_suspended = True
        suspend(number, frame)

    def goes_on(number: int, frame: FrameType | None) -> None:
        nonlocal is_suspended
        if is_suspended:
            is_suspended = False
            resume(number, frame)

    signal.signal(signal.SIGTSTP, stops)
    signal.signal(signal.SIGCONT, goes_on)
