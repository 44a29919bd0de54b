"""Nothing of a veiled account is anywhere: what is shown is the same whatever stands in it, and however much.

Two reviews that differ in their veiled words alone, in how many such accounts there are, and in what the room made of
them before the veil was put back, are walked by every command there is.
"""

import re
import shutil
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import timedelta
from functools import partial
from pathlib import Path

import msgspec
import pytest

from reviewtui import cli, codec
from reviewtui.model.review import (
    Account,
    AccountId,
    DifferenceKind,
    Discussion,
    DiscussionId,
    Event,
    QuotedLine,
    Review,
    ReviewKind,
    RoleId,
    Settings,
    Stage,
    Veil,
    Verdict,
    Via,
)
from reviewtui.notation.labels import Label
from reviewtui.session import create_session, open_session
from reviewtui.store.tables import fragments, joined
from reviewtui.store.versions import Kind, keep_copy
from reviewtui.tui.commands import COMMANDS, Where
from reviewtui.tui.hinting import QUIET
from reviewtui.tui.widgets.stage_bar import NUMBERS
from tests.journeys.facilitator import SIZES, Facilitator, at_the_keyboard
from tests.reviews import NOW, review_of

MARK = "ZXQ"
NAME = "outage"
TOLD = review_of(
    """
    role Delivery, delivery
    role Operations, operations
    role Users, users
    person Ana, Delivery
    service Checkout
    * 10:42 alert: error rate above 5 %
      Delivery | noticed: today
               | thought: a test
               | impact: none
      Users | thought: the shop
    * 11:00 experiment: the index is taken away
      Operations | service: it stayed shut
    11:20 back to normal
    """
)
USERS, OPERATIONS = RoleId("Users"), RoleId("Operations")
NOT_GIVEN = {"library", "quit", "accounts.lift", "editor.external"}
"""Commands that leave the review, or do lift the veil."""
SAVED_AT = re.compile(r"\w{3} \d+ \w{3} \d\d:\d\d")
WORDS_SINCE = 1e9
MOVES = ("step(", "page(", "scroll(", "end(")


def held(words: str, times: int) -> Review:
    """A review in which Users and Operations have written `words` blind, so many times each, of two of the events."""
    first, second, third = TOLD.events
    blind = Account(id=AccountId("b"), role=USERS, via=Via.FORM, blind=True, recorded_at=NOW, text=words)
    written = [
        msgspec.structs.replace(
            blind,
            id=AccountId(f"b{event.id}{role}{number}"),
            event=event.id,
            role=role,
            prediction=event is second,
        )
        for event in (first, second)
        for role in (USERS, OPERATIONS)
        for number in range(times)
    ]
    loose = msgspec.structs.replace(blind, id=AccountId("loose"), text=f"{words}\nhard to place")
    made = Discussion(
        id=DiscussionId("d"),
        kind=DifferenceKind.BELIEF,
        events=(first.id,),
        roles=(RoleId("Delivery"), USERS),
        sentence=f"Two beliefs: {words}",
        verdict=Verdict.CONFIRMED,
        note=words,
    )
    consent = QuotedLine(account=written[0].id, text=words)
    return msgspec.structs.replace(
        TOLD,
        kind=ReviewKind.CHAOS_DAY,
        events=(_veiled(first), _veiled(second), third),
        accounts=(*TOLD.accounts, *written, loose),
        discussions=(made, msgspec.structs.replace(made, id=DiscussionId("gone"), kind=DifferenceKind.IMPACT)),
        settings=Settings(quotes_with_consent=(consent,)),
    )


def _veiled(event: Event) -> Event:
    return msgspec.structs.replace(event, veil=Veil.ON)


LONG = "\n".join(
    [
        f"{MARK} we said",
        *(f"{label}: {MARK} {label} 10:44" for label in Label),
        f"noticed: 10:44 {MARK}",
        f"impact: total, {MARK}",
        f"thought: {MARK}@example.org",
    ]
)
SHORT = "quote: a word"
VARIANTS = {"much": held(LONG, 3), "little": held(SHORT, 1)}


def kept_as(review: Review, folder: Path) -> Path:
    """The review in a folder that has nothing else in it but versions of it: before it was told, and while lifted."""
    shutil.rmtree(folder, ignore_errors=True)
    path = folder / f"{NAME}.review.json"
    create_session(path, review).close()
    lifted = tuple(msgspec.structs.replace(event, veil=Veil.LIFTED) for event in review.events)
    states = (TOLD, msgspec.structs.replace(review, events=lifted, title="While it was lifted"))
    for number, state in enumerate(states):
        data = joined(fragments(codec.to_documents(state)).values())
        keep_copy(path, data, Kind.SAVED, NOW + timedelta(hours=number))
    return path


async def frame(user: Facilitator) -> str:
    """All that there is to see, once nothing moves any more."""
    await user.app.workers.wait_for_complete()
    have_words_looked_at(user)
    before, now = "", seen(user)
    while before != now:
        await user.settle()
        before, now = now, seen(user)
    return now


def have_words_looked_at(user: Facilitator) -> None:
    """Let the mark for words to think about be what it comes to be when nobody types for a while."""
    words = user.app.screen_stack[1].words  # type: ignore[attr-defined]
    for later in (0.0, QUIET):
        words.clock = lambda seconds=later: WORDS_SINCE + seconds
        words.look()


def seen(user: Facilitator) -> str:
    """Every cell with its style, and what could be taken back."""
    assert MARK not in user.screen, user.screen
    rows = ["".join(f"{part.text}⟨{part.style}⟩" for part in strip) for strip in user.strips]
    session = user.app.session
    steps = (session.undoable, session.redoable) if session else ()
    # Whether it is saved by now, which stands in the first row, is a matter of the machine's speed, as is when.
    return SAVED_AT.sub("then", "\n".join([*map(str, steps), user.app.clipboard, *rows[1:]]))


async def walked(path: Path, size: tuple[int, int]) -> AsyncIterator[tuple[str, str]]:
    """Every stage with every event, at a size."""
    async with at_the_keyboard(path.parent, path, size) as user:
        for stage, number in NUMBERS.items():
            await user.press(str(number))
            yield f"{stage}", await frame(user)
            for step in range(3):
                await user.press("down")
                yield f"{stage} down {step}", await frame(user)


async def commanded(path: Path, stage: Stage) -> AsyncIterator[tuple[str, str]]:
    """Every command that can be given in a stage, each taken back again."""
    async with at_the_keyboard(path.parent, path) as user:
        await user.press(str(NUMBERS[stage]))
        where = user.app.where
        around = (Where.REVIEW, Where.EVERYWHERE) if stage is Stage.TIMELINE else ()
        for one in COMMANDS:
            if one.where in {where, *around} and one.id not in NOT_GIVEN and not one.action.startswith(MOVES):
                await user.press(one.keys.split(",")[0])
                yield one.id, await frame(user)
                await user.press("escape", "escape", "u")
                yield f"{one.id} taken back", await frame(user)


async def same(one: AsyncIterator[tuple[str, str]], other: dict[str, str]) -> None:
    async for what, shown in one:
        assert shown == other[what], what


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
async def test_every_stage_shows_the_same(tmp_path: Path, size: tuple[int, int]) -> None:
    much = {what: shown async for what, shown in walked(kept_as(VARIANTS["much"], tmp_path / "held"), size)}
    await same(walked(kept_as(VARIANTS["little"], tmp_path / "held"), size), much)


@pytest.mark.parametrize("stage", NUMBERS)
async def test_every_command_shows_the_same(tmp_path: Path, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    # Which versions there are would depend on how quick the machine is.
    monkeypatch.setattr("reviewtui.session.open_session", partial(open_session, pause=3600.0))
    folder = tmp_path / "held"
    folder.mkdir()
    much = {what: shown async for what, shown in commanded(kept_as(VARIANTS["much"], folder), stage)}
    await same(commanded(kept_as(VARIANTS["little"], folder), stage), much)


PRINTED = (
    ["list"],
    ["list", "--json"],
    ["differences", NAME],
    ["differences", NAME, "--json"],
    ["check", NAME],
    ["check", NAME, "--json"],
    ["search", "e"],
    ["search", "e", "--json"],
    ["search", MARK, "--json"],
    ["export", NAME, "-f", "markdown", "-o", "-"],
    ["search", "o"],
    ["search", "o", "--json"],
)
PRINTING_NO_REVIEW = {"demo", "new", "open", "show", "preview", "import", "hints", "doctor"}


@pytest.mark.parametrize("words", PRINTED, ids=" ".join)
def test_every_command_prints_the_same(tmp_path: Path, words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    printed = []
    for review in VARIANTS.values():
        path = kept_as(review, tmp_path / "held")
        with suppress(SystemExit):
            cli.main(["--sessions", str(path.parent), *words])
        printed.append(capsys.readouterr().out)
    assert printed[0]
    assert MARK not in printed[0]
    assert printed[0] == printed[1]


def test_no_command_that_prints_a_review_goes_unasked() -> None:
    assert {name for name, *_ in cli._commands()} - {words[0] for words in PRINTED} == PRINTING_NO_REVIEW
