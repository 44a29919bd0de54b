"""What makes a function an edit: it has a name that a person understands, and can be asked for before it is made."""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import update_wrapper
from typing import Any, Concatenate, Generic, ParamSpec

from reviewtui.model.lookups import (
    action_of,
    event_of,
    factor_of,
    insight_of,
    person_of,
    question_of,
    role_of,
    service_of,
)
from reviewtui.model.review import Action, Event, Factor, Insight, Person, Question, Review, Role, Service
from reviewtui.notation.moment import clock_text

Words = ParamSpec("Words")


@dataclass(frozen=True)
class Change:
    """A change that is asked for: an edit with its arguments, to be made on whatever the review is by then."""

    name_on: Callable[[Review], str]
    """Gives the change's name, in the words of the review that it is made on."""
    make_on: Callable[[Review], Review]
    """Gives the changed review; the same object if nothing is different."""


class Edit(Generic[Words]):
    """An edit: called with a review it gives the changed one, `asked` for it gives a `Change`."""

    def __init__(self, function: Callable[Concatenate[Review, Words], Review], template: str) -> None:
        self._function = function
        self._template = template
        self._signature = inspect.signature(function)
        update_wrapper(self, function)

    def __call__(self, review: Review, /, *words: Words.args, **named: Words.kwargs) -> Review:
        """Return the changed review; the same object if nothing is different."""
        return self._function(review, *words, **named)

    def asked(self, *words: Words.args, **named: Words.kwargs) -> Change:
        """Return the change that this edit makes with these arguments."""

        def name_on(review: Review) -> str:
            arguments = self._signature.bind(review, *words, **named).arguments
            return self._template.format_map(_Spoken(review, arguments))

        return Change(name_on, lambda review: self._function(review, *words, **named))


def edit(template: str) -> Callable[[Callable[Concatenate[Review, Words], Review]], Edit[Words]]:
    """Make a function an edit.

    Args:
        template: Its name, in lower case, as one would say it after "undo": `{role}` and the like stand for what an
            argument of that name is called in the review, `{role's}` for what is theirs.
    """

    def decorate(function: Callable[Concatenate[Review, Words], Review]) -> Edit[Words]:
        return Edit(function, template)

    return decorate


class _Spoken(dict[str, str]):
    """The arguments of an edit by name, each as a person would say it."""

    def __init__(self, review: Review, arguments: Mapping[str, Any]) -> None:
        super().__init__()
        self._review = review
        self._arguments = arguments

    def __missing__(self, name: str) -> str:
        plain = name.removesuffix("'s")
        spoken = _spoken(self._review, plain, self._arguments.get(plain))
        return spoken if plain == name else _possessive(spoken)


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith(("s", "S")) else f"{name}'s"


def _spoken(review: Review, name: str, value: Any) -> str:
    record = _LOOK_UPS[name](review, value) if name in _LOOK_UPS and isinstance(value, str) else value
    if isinstance(record, Event):
        return f"{clock_text(record.when, review.zone)} {record.title}"
    if isinstance(record, Role | Person | Service):
        return record.name
    if isinstance(record, Question):
        own = "what was parked" if record.parked else "a prepared question"
        return own if record.prepared else f"the question “{record.text}”"
    if isinstance(record, Factor | Insight | Action):
        return f"“{record.text}”"
    if isinstance(record, tuple):
        return f"{len(record)} event{'' if len(record) == 1 else 's'}"
    return str(record) if record is not None else "what is not there any more"


_LOOK_UPS: Mapping[str, Callable[[Review, Any], Any]] = {
    "event": event_of,
    "role": role_of,
    "person": person_of,
    "service": service_of,
    "factor": factor_of,
    "insight": insight_of,
    "action": action_of,
    "question": question_of,
}
