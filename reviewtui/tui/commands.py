"""The one table of commands: key bindings, footer, palette, help and the page of keys are all made from it."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from textual.binding import Binding, BindingType


class Where(StrEnum):
    """Where one is when a command can be given."""

    EVERYWHERE = "Everywhere"
    LIBRARY = "Library"
    REVIEW = "Any stage"
    PEOPLE = "People"
    TIMELINE = "Timeline"
    ACCOUNTS = "Accounts"
    DIFFERENCES = "Differences"
    LEARNING = "Learning"
    REPORT = "Report"
    READINESS = "Report, to decide"
    LINE = "Event line"
    ENTRY = "Line of what was learned"
    CAPTURE = "Capture line"
    NOT_FILED = "Not filed yet"
    PICK = "Choosing a moment"
    EDITOR = "Account editor"
    FORM = "Form"
    CHOICE = "Choice in a form"
    NEW_REVIEW = "New review"
    IMPORT = "Import preview"
    FILE = "Choosing a file"
    EXAMPLES = "Choosing an example"
    ANSWER = "Answer"
    DIFFERENCE = "Discussing a difference"
    VERSIONS = "Saved versions"
    OUTSIDE = "Changed on disk"
    DAMAGED = "Damaged file"
    SEARCH = "Search"
    WHO_KNEW = "Who knew what, when"
    VOICES = "Who has spoken"
    WORDING = "Words to think about"
    ARRIVAL = "Who has arrived"
    CATCH_UP = "Where the review stands"
    OPENING = "Purpose and ground rules"
    INVITATION = "Invitation"
    KEYS = "Keys"
    ROOM = "The room's view"
    ROOM_WINDOW = "The room's window"


class Command(NamedTuple):
    """Something that can be done, and the keys that do it."""

    id: str
    """What it is called in the settings file."""
    where: Where
    keys: str
    """Keys by Textual's names, separated by commas."""
    action: str
    text: str
    """What it does, as the palette and the help say it."""
    foot: str = ""
    """Its word in the footer; empty: it is not there."""
    shown: str = ""
    """How its keys are shown, where that differs from their names: two commands can share one entry."""
    gives_way: bool = False
    """Whether its word leaves the footer first where there is no room."""
    priority: bool = True
    """Whether it is decided before the key reaches what has the focus, and before any later key is read.

    A field still gets what can be typed into it; but somebody who types `e10:42` at once must find it all in the line.
    """


_C = Command
COMMANDS: tuple[Command, ...] = (
    # In the library
    _C("library.up", Where.LIBRARY, "up,k", "step(-1)", "One up", "move", "↑↓"),
    _C("library.down", Where.LIBRARY, "down,j", "step(1)", "One down"),
    _C("library.open", Where.LIBRARY, "enter", "open", "Open the review", "open"),
    _C("library.new", Where.LIBRARY, "n", "new_review", "Begin a new review", "new"),
    _C("library.example", Where.LIBRARY, "d", "example", "Choose a worked example to open", "examples"),
    # In any stage
    _C("stage.people", Where.REVIEW, "1", "screen.stage('people')", "Go to People"),
    _C("stage.timeline", Where.REVIEW, "2", "screen.stage('timeline')", "Go to Timeline"),
    _C("stage.accounts", Where.REVIEW, "3", "screen.stage('accounts')", "Go to Accounts"),
    _C("stage.differences", Where.REVIEW, "4", "screen.stage('differences')", "Go to Differences"),
    _C("stage.learning", Where.REVIEW, "5", "screen.stage('learning')", "Go to Learning"),
    _C("stage.report", Where.REVIEW, "6", "screen.stage('report')", "Go to Report"),
    # People
    _C("people.up", Where.PEOPLE, "up,k", "step(-1)", "One up", "move", "↑↓"),
    _C("people.down", Where.PEOPLE, "down,j", "step(1)", "One down"),
    _C("people.side", Where.PEOPLE, "right,l,tab", "side(1)", "The next side: services, people, plan", "side", "←→"),
    _C("people.side_before", Where.PEOPLE, "left,h,shift+tab", "side(-1)", "The side before"),
    _C("people.edit", Where.PEOPLE, "enter", "edit", "Edit what one stands at", "edit"),
    _C(
        "people.attendance", Where.PEOPLE, "space", "attendance", "Mark as present, late, in writing, absent", "present"
    ),
    _C("people.meeting", Where.PEOPLE, "m", "meeting", "Start the meeting, end it, correct its clock", "meeting"),
    _C("people.service", Where.PEOPLE, "s", "add_service", "Add a service", "service"),
    _C("people.role", Where.PEOPLE, "r", "add_role", "Add a role: a team, or a kind of user", "role"),
    _C("people.person", Where.PEOPLE, "p", "add_person", "Add a person to the role", "person"),
    _C("people.prepare", Where.PEOPLE, "q", "prepare", "Prepare a question that you alone see", "question"),
    _C("people.plan", Where.PEOPLE, "e", "plan", "Write the agenda, and how many minutes are planned", "plan"),
    _C(
        "people.remove",
        Where.PEOPLE,
        "delete,backspace",
        "remove",
        "Remove the service, the role, the person or the question",
        "remove",
    ),
    _C("people.earlier", Where.PEOPLE, "shift+up,K", "move(-1)", "Move it up; a role, to the left at the table"),
    _C("people.later", Where.PEOPLE, "shift+down,J", "move(1)", "Move it down; a role, to the right at the table"),
    _C("people.roles", Where.PEOPLE, "R", "take_roles", "Take the roles that the operating model begins with"),
    _C("people.opening", Where.PEOPLE, "g", "opening", "Purpose and ground rules, to read aloud", "ground rules"),
    _C(
        "people.invitation",
        Where.PEOPLE,
        "y",
        "invitation",
        "The invitation, to copy and send",
        "invitation",
    ),
    _C("people.about", Where.PEOPLE, "t", "about", "Title, kind, severity, zone and summary of the review", "about"),
    # Timeline
    _C("timeline.up", Where.TIMELINE, "up,k", "step(-1)", "The event before", "event", "↑↓"),
    _C("timeline.down", Where.TIMELINE, "down,j", "step(1)", "The event after"),
    _C("timeline.page_up", Where.TIMELINE, "pageup", "page(-1)", "A page up"),
    _C("timeline.page_down", Where.TIMELINE, "pagedown", "page(1)", "A page down"),
    _C("timeline.first", Where.TIMELINE, "home", "end(-1)", "The first event"),
    _C("timeline.last", Where.TIMELINE, "end", "end(1)", "The last event"),
    _C("timeline.add", Where.TIMELINE, "e", "add", "Add events in one line: 10:42 alert: error rate above 5 %", "add"),
    _C("timeline.edit", Where.TIMELINE, "enter", "edit", "Edit the event", "edit"),
    _C("timeline.key", Where.TIMELINE, "asterisk", "key_moment", "Mark as a key moment, or not", "key moment"),
    _C("timeline.discussed", Where.TIMELINE, "x", "discussed", "Mark as discussed, or not"),
    _C("timeline.next", Where.TIMELINE, "n", "next_key_moment", "The next key moment", "next key moment"),
    _C("timeline.filter", Where.TIMELINE, "v", "filter", "Show only some: key moments, not yet discussed, …", "only"),
    _C("timeline.let_go", Where.TIMELINE, "escape", "let_go", "Let go of what is marked, show all events again"),
    _C("timeline.import", Where.TIMELINE, "ctrl+o", "read_file", "Read a timeline from a file", "read a file"),
    _C("timeline.earlier", Where.TIMELINE, "shift+up,K", "move(-1)", "Move before an event of the same time"),
    _C("timeline.later", Where.TIMELINE, "shift+down,J", "move(1)", "Move behind an event of the same time"),
    _C("timeline.mark", Where.TIMELINE, "space", "mark", "Mark the event to be merged into another, or not"),
    _C("timeline.merge", Where.TIMELINE, "m", "merge", "Merge what is marked into the event, or else the one below it"),
    _C("timeline.split", Where.TIMELINE, "s", "split", "Split the event in two"),
    _C("timeline.remove", Where.TIMELINE, "delete,backspace", "remove", "Remove the event", "remove"),
    # Accounts
    _C("accounts.up", Where.ACCOUNTS, "up,k", "step(-1)", "The moment before", "moment", "↑↓"),
    _C("accounts.down", Where.ACCOUNTS, "down,j", "step(1)", "The moment after"),
    _C("accounts.first", Where.ACCOUNTS, "home", "end(-1)", "The first moment"),
    _C("accounts.last", Where.ACCOUNTS, "end", "end(1)", "The last moment"),
    _C("accounts.left", Where.ACCOUNTS, "left,h", "role(-1)", "The role to the left", "role", "←→"),
    _C("accounts.right", Where.ACCOUNTS, "right,l", "role(1)", "The role to the right"),
    _C("accounts.write", Where.ACCOUNTS, "enter", "write", "Write what the role tells", "write"),
    _C("accounts.another", Where.ACCOUNTS, "N", "write_another", "Write another account of the role", "another"),
    _C("accounts.lift", Where.ACCOUNTS, "r", "lift", "Lift the veil of the moment: what was written is seen", "lift"),
    _C("accounts.put_back", Where.ACCOUNTS, "b", "put_back", "Put the veil of the moment back"),
    _C("accounts.foretell", Where.ACCOUNTS, "P", "foretell", "Write what the role expects before an experiment"),
    _C("accounts.teller", Where.ACCOUNTS, "p", "teller", "Say who of the role told it", "who"),
    _C("accounts.move", Where.ACCOUNTS, "m", "move", "Move the account to another moment", "move"),
    _C("accounts.role_before", Where.ACCOUNTS, "shift+left,H", "hand(-1)", "The role to the left told the account"),
    _C("accounts.role_after", Where.ACCOUNTS, "shift+right,L", "hand(1)", "The role to the right told the account"),
    _C("accounts.next", Where.ACCOUNTS, "n", "next_key_moment", "The next key moment", "next key moment"),
    _C("accounts.key", Where.ACCOUNTS, "asterisk", "key_moment", "Mark as a key moment, or not", "key"),
    _C("accounts.discussed", Where.ACCOUNTS, "x", "discussed", "Mark as discussed, or not"),
    _C(
        "accounts.go_on",
        Where.ACCOUNTS,
        "space",
        "go_on",
        "Mark as discussed, and go to the next key moment",
        "discussed",
    ),
    _C("accounts.layout", Where.ACCOUNTS, "v", "layout", "Roles side by side, or one under the other", "layout"),
    _C("accounts.page_up", Where.ACCOUNTS, "pageup", "scroll(-1)", "Scroll what was told up"),
    _C("accounts.page_down", Where.ACCOUNTS, "pagedown", "scroll(1)", "Scroll what was told down"),
    _C("accounts.remove", Where.ACCOUNTS, "delete,backspace", "remove", "Remove the account"),
    _C("accounts.difference", Where.ACCOUNTS, "d", "discuss", "Say what the room makes of a difference", "difference"),
    _C("accounts.ask", Where.ACCOUNTS, "q", "ask_another", "Another question to ask, for you alone"),
    _C("accounts.hide_questions", Where.ACCOUNTS, "Q", "hide_questions", "Hide the questions to ask, or show them"),
    # Differences
    _C("differences.up", Where.DIFFERENCES, "up,k", "step(-1)", "The difference before", "difference", "↑↓"),
    _C("differences.down", Where.DIFFERENCES, "down,j", "step(1)", "The difference after"),
    _C(
        "differences.left",
        Where.DIFFERENCES,
        "left,h",
        "line(-1)",
        "The line before, of those it rests on",
        "why",
        "←→",
    ),
    _C("differences.right", Where.DIFFERENCES, "right,l", "line(1)", "The line after, of those it rests on"),
    _C("differences.look", Where.DIFFERENCES, "enter", "look", "Go to the account that the line stands in", "look"),
    _C("differences.confirm", Where.DIFFERENCES, "y", "verdict('confirmed')", "The room confirms it", "confirm"),
    _C("differences.open", Where.DIFFERENCES, "m", "verdict('left open')", "The room leaves it open", "open"),
    _C(
        "differences.none",
        Where.DIFFERENCES,
        "x",
        "verdict('not a difference')",
        "It is not a difference",
        "no difference",
    ),
    _C("differences.note", Where.DIFFERENCES, "t", "discuss('note')", "Note what the room makes of it", "note"),
    _C(
        "differences.discuss",
        Where.DIFFERENCES,
        "d",
        "discuss('verdict')",
        "Verdict and note of the event's differences",
    ),
    _C("differences.next", Where.DIFFERENCES, "tab", "next_open", "The next one that was not discussed", "next"),
    _C("differences.page_up", Where.DIFFERENCES, "pageup", "page(-1)", "A page up"),
    _C("differences.page_down", Where.DIFFERENCES, "pagedown", "page(1)", "A page down"),
    _C("differences.first", Where.DIFFERENCES, "home", "end(-1)", "The first difference"),
    _C("differences.last", Where.DIFFERENCES, "end", "end(1)", "The last difference"),
    _C("differences.take_back", Where.DIFFERENCES, "delete,backspace", "take_back", "Take back verdict and note"),
    # Learning
    _C("learning.up", Where.LEARNING, "up,k", "step(-1)", "One up", "move", "↑↓"),
    _C("learning.down", Where.LEARNING, "down,j", "step(1)", "One down"),
    _C("learning.before", Where.LEARNING, "left,h,shift+tab", "list(-1)", "The list before", "list", "←→"),
    _C("learning.after", Where.LEARNING, "right,l,tab", "list(1)", "The list after"),
    _C("learning.add", Where.LEARNING, "e", "add", "Add more to this list, a line each", "add"),
    _C("learning.page_up", Where.LEARNING, "pageup", "page(-1)", "A page up"),
    _C("learning.page_down", Where.LEARNING, "pagedown", "page(1)", "A page down"),
    _C("learning.first", Where.LEARNING, "home", "end(-1)", "The first one"),
    _C("learning.last", Where.LEARNING, "end", "end(1)", "The last one"),
    _C("learning.edit", Where.LEARNING, "enter", "edit", "Edit all there is of it, with what it is linked to", "edit"),
    _C(
        "learning.next",
        Where.LEARNING,
        "space",
        "next",
        "The next effect, lens or state; the answer; take it up",
        "next",
    ),
    _C("learning.jump", Where.LEARNING, "g", "jump", "Go to the moment it is about, or to its insight", "go to"),
    _C("learning.link", Where.LEARNING, "m", "link", "Link it to the moment at hand, or not"),
    _C("learning.earlier", Where.LEARNING, "shift+up,K", "move(-1)", "Move up among its like"),
    _C("learning.later", Where.LEARNING, "shift+down,J", "move(1)", "Move down among its like"),
    _C("learning.copy", Where.LEARNING, "y", "copy", "Copy the line that would add it"),
    _C("learning.remove", Where.LEARNING, "delete,backspace", "remove", "Remove it", "remove"),
    # Report
    _C("report.to_decide", Where.REPORT, "tab", "to_list", "Go to what is to decide, and to known gaps", "to decide"),
    _C("report.export", Where.REPORT, "x", "export", "Export the report as Markdown", "export"),
    _C("report.status", Where.REPORT, "s", "status", "A draft for those who were in the room, or shared", "share"),
    _C("report.heading_before", Where.REPORT, "left,h", "heading(-1)", "The section before", "section", "←→"),
    _C("report.heading_after", Where.REPORT, "right,l", "heading(1)", "The section after"),
    _C("report.up", Where.REPORT, "up,k", "scroll(-1)", "A line up", "scroll", "↑↓"),
    _C("report.down", Where.REPORT, "down,j", "scroll(1)", "A line down"),
    _C("report.page_up", Where.REPORT, "pageup,shift+space", "page(-1)", "A page up"),
    _C("report.page_down", Where.REPORT, "pagedown,space", "page(1)", "A page down", "page", "space"),
    _C("report.first", Where.REPORT, "home", "end(-1)", "The beginning"),
    _C("report.last", Where.REPORT, "end", "end(1)", "The end"),
    _C("report.copy", Where.REPORT, "y", "copy", "Copy the report to the clipboard", "copy"),
    _C("report.about", Where.REPORT, "t", "about", "Title, kind, severity, zone and summary of the review", "about"),
    _C("readiness.go", Where.READINESS, "enter", "go_there", "Go to where it stands; esc comes back", "go"),
    _C("readiness.yes", Where.READINESS, "space", "decide(True)", "Let it be shown; again: it is to decide", "show"),
    _C(
        "readiness.no",
        Where.READINESS,
        "delete,backspace",
        "decide(False)",
        "Leave it out; again: to decide",
        "leave out",
    ),
    _C("readiness.text", Where.READINESS, "tab,left,right,h,l", "to_text", "Go to the report's text", "text"),
    _C("readiness.up", Where.READINESS, "up,k", "step(-1)", "One up", "move", "↑↓"),
    _C("readiness.down", Where.READINESS, "down,j", "step(1)", "One down"),
    _C("readiness.first", Where.READINESS, "home", "step(-10000)", "The first"),
    _C("readiness.last", Where.READINESS, "end", "step(10000)", "The last"),
    _C("readiness.export", Where.READINESS, "x", "export", "Export the report as Markdown", "export"),
    _C(
        "readiness.status", Where.READINESS, "s", "status", "A draft for those who were in the room, or shared", "share"
    ),
    # Writing
    _C("line.add", Where.LINE, "enter", "submit", "Add the event and stay", "add"),
    _C("line.leave", Where.LINE, "escape", "leave", "Leave the line", "leave"),
    _C("entry.add", Where.ENTRY, "enter", "submit", "Add it", "add"),
    _C("entry.links", Where.ENTRY, "tab", "links", "Link it to less of where one stands", "links"),
    _C("entry.leave", Where.ENTRY, "escape", "leave", "Leave the line, and find it again later", "leave"),
    _C("capture.keep", Where.CAPTURE, "enter", "submit", "Keep it, and stay for the next", "keep"),
    _C("capture.leave", Where.CAPTURE, "escape", "leave", "Leave the line, and find it again later", "leave"),
    _C("filing.up", Where.NOT_FILED, "up,k", "step(-1)", "One up", "line", "↑↓"),
    _C("filing.down", Where.NOT_FILED, "down,j", "step(1)", "One down"),
    _C("filing.earlier", Where.NOT_FILED, "left,h", "moment(-1)", "File at the event before", "event", "←→"),
    _C("filing.later", Where.NOT_FILED, "right,l", "moment(1)", "File at the event after"),
    *(
        _C(f"filing.role{number}", Where.NOT_FILED, str(number), f"role({number})", f"Role {number} told it")
        for number in range(1, 10)
    ),
    _C("filing.file", Where.NOT_FILED, "enter", "file", "File it at the event", "file"),
    _C("filing.find", Where.NOT_FILED, "m", "find", "File it at an event that is found by its words", "find event"),
    _C("filing.choose", Where.NOT_FILED, "space", "choose", "Choose the line, or not", "choose"),
    _C("filing.all", Where.NOT_FILED, "a", "choose_all", "Choose all, or none", "all"),
    _C("filing.remove", Where.NOT_FILED, "delete,backspace", "remove", "Remove it", "remove"),
    _C("filing.leave", Where.NOT_FILED, "escape", "leave", "Close", "close"),
    _C("pick.up", Where.PICK, "up", "step(-1)", "One up", "choose", "↑↓"),
    _C("pick.down", Where.PICK, "down", "step(1)", "One down"),
    _C("pick.page_up", Where.PICK, "pageup", "page(-1)", "A page up"),
    _C("pick.page_down", Where.PICK, "pagedown", "page(1)", "A page down"),
    _C("pick.take", Where.PICK, "enter", "take", "Take the moment", "take"),
    _C("pick.leave", Where.PICK, "escape", "leave", "Leave", "leave"),
    _C("editor.next", Where.EDITOR, "tab", "next", "Keep, and open the next role", "next role"),
    _C("editor.before", Where.EDITOR, "shift+tab", "before", "Keep, and open the role before", "role before"),
    _C("editor.keep", Where.EDITOR, "escape,ctrl+s", "keep", "Keep and close", "keep"),
    _C("form.next", Where.FORM, "tab", "app.focus_next", "The next field", "next"),
    _C("form.before", Where.FORM, "shift+tab", "app.focus_previous", "The field before"),
    _C("form.enter", Where.FORM, "enter", "enter", "Keep and close, where it is no new line"),
    _C("form.keep", Where.FORM, "escape,ctrl+s", "keep", "Keep and close", "keep"),
    _C("choice.before", Where.CHOICE, "left", "step(-1)", "The word to the left", "choose", "←→"),
    _C("choice.after", Where.CHOICE, "right", "step(1)", "The word to the right"),
    _C("choice.tick", Where.CHOICE, "space", "tick", "Choose the word, or not; the next one where one holds", "tick"),
    _C("new.begin", Where.NEW_REVIEW, "enter,ctrl+s", "begin", "Begin the review", "begin"),
    _C("new.next", Where.NEW_REVIEW, "tab", "app.focus_next", "The next field", "next"),
    _C("new.before", Where.NEW_REVIEW, "shift+tab", "app.focus_previous", "The field before"),
    _C("new.leave", Where.NEW_REVIEW, "escape", "leave", "Leave without a new review", "leave"),
    # Reading a file
    _C("import.up", Where.IMPORT, "up,k", "step(-1)", "One up", "move", "↑↓"),
    _C("import.down", Where.IMPORT, "down,j", "step(1)", "One down"),
    _C("import.toggle", Where.IMPORT, "space", "choose", "Choose the event, or not", "choose"),
    _C("import.all", Where.IMPORT, "a", "choose_all", "Choose all, or none", "all"),
    _C("import.zone", Where.IMPORT, "z", "zone", "Read the times in another zone", "zone"),
    _C("import.dates", Where.IMPORT, "d", "date_order", "Read 03/04 the other way round", "day first"),
    _C("import.take", Where.IMPORT, "enter", "take", "Add what is chosen", "add them"),
    _C("import.leave", Where.IMPORT, "escape", "leave", "Leave without adding anything", "leave"),
    _C("file.up", Where.FILE, "up", "step(-1)", "One up", "choose", "↑↓"),
    _C("file.down", Where.FILE, "down", "step(1)", "One down"),
    _C("file.complete", Where.FILE, "tab", "complete", "Complete the name", "complete"),
    _C("file.take", Where.FILE, "enter", "take", "Take it", "take"),
    _C("file.leave", Where.FILE, "escape", "leave", "Leave", "leave"),
    _C("examples.up", Where.EXAMPLES, "up,k", "step(-1)", "One up", "choose", "↑↓"),
    _C("examples.down", Where.EXAMPLES, "down,j", "step(1)", "One down"),
    _C("examples.take", Where.EXAMPLES, "enter", "take", "Open the example", "open"),
    _C("examples.leave", Where.EXAMPLES, "escape", "leave", "Leave", "leave"),
    _C("answer.take", Where.ANSWER, "enter,ctrl+s", "take", "Take the answer", "take"),
    _C("answer.leave", Where.ANSWER, "escape", "leave", "Leave", "leave"),
    _C("difference.up", Where.DIFFERENCE, "up,k", "step(-1)", "The difference before", "another", "↑↓"),
    _C("difference.down", Where.DIFFERENCE, "down,j", "step(1)", "The difference after"),
    _C("difference.confirm", Where.DIFFERENCE, "y", "verdict('confirmed')", "The room confirms it", "confirm"),
    _C("difference.open", Where.DIFFERENCE, "m", "verdict('left open')", "The room leaves it open", "open"),
    _C(
        "difference.none",
        Where.DIFFERENCE,
        "x",
        "verdict('not a difference')",
        "It is not a difference",
        "no difference",
    ),
    _C("difference.note", Where.DIFFERENCE, "enter,t", "note", "Note what the room makes of it", "note"),
    _C("difference.field", Where.DIFFERENCE, "tab,shift+tab", "other_field", "From the verdict to the note, or back"),
    _C("difference.take_back", Where.DIFFERENCE, "delete,backspace", "take_back", "Take back verdict and note"),
    _C("difference.keep", Where.DIFFERENCE, "escape,ctrl+s", "keep", "Keep and close", "keep"),
    # Saved versions, and what others do to the file
    _C("versions.up", Where.VERSIONS, "up,k", "step(-1)", "A later version", "version", "↑↓"),
    _C("versions.down", Where.VERSIONS, "down,j", "step(1)", "An earlier version"),
    _C("versions.page_up", Where.VERSIONS, "pageup,shift+space", "page(-1)", "Scroll what would change up"),
    _C("versions.page_down", Where.VERSIONS, "pagedown,space", "page(1)", "Scroll down", "scroll", "space"),
    _C(
        "versions.restore",
        Where.VERSIONS,
        "enter",
        "restore",
        "Go back to the version; undo takes that back",
        "go back",
    ),
    _C("versions.leave", Where.VERSIONS, "escape", "leave", "Leave, with everything as it is", "leave"),
    _C("outside.up", Where.OUTSIDE, "up,k", "scroll(-1)", "A line up", "scroll", "↑↓"),
    _C("outside.down", Where.OUTSIDE, "down,j", "scroll(1)", "A line down"),
    _C("outside.mine", Where.OUTSIDE, "m", "keep_mine", "Go on with what is here", "keep mine"),
    _C("outside.theirs", Where.OUTSIDE, "t", "take_theirs", "Go on with what is on disk", "take theirs"),
    _C("outside.leave", Where.OUTSIDE, "escape", "leave", "Choose later", "later"),
    _C("damaged.up", Where.DAMAGED, "up,k", "step(-1)", "A later copy", "copy", "↑↓"),
    _C("damaged.down", Where.DAMAGED, "down,j", "step(1)", "An earlier copy"),
    _C("damaged.recover", Where.DAMAGED, "enter", "recover", "Open the copy as a new review", "open the copy"),
    _C("damaged.leave", Where.DAMAGED, "escape", "leave", "Leave, with everything as it is", "leave"),
    _C("search.up", Where.SEARCH, "up", "step(-1)", "One up", "choose", "↑↓"),
    _C("search.down", Where.SEARCH, "down", "step(1)", "One down"),
    _C("search.page_up", Where.SEARCH, "pageup", "page(-1)", "A page up"),
    _C("search.page_down", Where.SEARCH, "pagedown", "page(1)", "A page down"),
    _C("search.take", Where.SEARCH, "enter", "take", "Go there; esc comes back from there", "go there"),
    _C("search.leave", Where.SEARCH, "escape", "leave", "Leave", "leave"),
    _C("who_knew.up", Where.WHO_KNEW, "up,k", "step(-1)", "The moment before", "moment", "↑↓"),
    _C("who_knew.down", Where.WHO_KNEW, "down,j", "step(1)", "The moment after"),
    _C("who_knew.left", Where.WHO_KNEW, "left,h", "role(-1)", "The role to the left", "role", "←→"),
    _C("who_knew.right", Where.WHO_KNEW, "right,l", "role(1)", "The role to the right"),
    _C("who_knew.page_up", Where.WHO_KNEW, "pageup", "page(-1)", "A page up"),
    _C("who_knew.page_down", Where.WHO_KNEW, "pagedown", "page(1)", "A page down"),
    _C("who_knew.first", Where.WHO_KNEW, "home", "end(-1)", "The first moment"),
    _C("who_knew.last", Where.WHO_KNEW, "end", "end(1)", "The last moment"),
    _C("who_knew.look", Where.WHO_KNEW, "enter", "look", "Go to the account; esc comes back from there", "account"),
    _C("who_knew.room", Where.WHO_KNEW, "f9", "app.room", "See what the room sees, and go back"),
    _C("who_knew.leave", Where.WHO_KNEW, "escape,w", "leave", "Leave", "leave"),
    _C("voices.up", Where.VOICES, "up,k", "step(-1)", "The role above", "role", "↑↓"),
    _C("voices.down", Where.VOICES, "down,j", "step(1)", "The role below"),
    _C("voices.hear", Where.VOICES, "enter", "hear", "Go to the next key moment that it has not told", "hear"),
    _C("voices.leave", Where.VOICES, "escape,V", "leave", "Leave", "leave"),
    _C("wording.up", Where.WORDING, "up,k", "step(-1)", "The phrase above", "phrase", "↑↓"),
    _C("wording.down", Where.WORDING, "down,j", "step(1)", "The phrase below"),
    _C("wording.page_up", Where.WORDING, "pageup", "page(-1)", "A page up"),
    _C("wording.page_down", Where.WORDING, "pagedown", "page(1)", "A page down"),
    _C("wording.go", Where.WORDING, "enter", "go", "Go to where it stands; esc comes back", "go"),
    _C("wording.dismiss", Where.WORDING, "x", "let_be", "No hint on this phrase in this review", "dismiss"),
    _C("wording.dismiss_all", Where.WORDING, "X", "let_all_be", "No hints in this review", "all"),
    _C("wording.back", Where.WORDING, "b", "bring_back", "Bring back what was dismissed", "bring back"),
    _C("wording.leave", Where.WORDING, "escape", "leave", "Leave, with the words as they are", "leave"),
    _C("arrival.up", Where.ARRIVAL, "up,k", "step(-1)", "One up", "choose", "↑↓"),
    _C("arrival.down", Where.ARRIVAL, "down,j", "step(1)", "One down"),
    _C("arrival.take", Where.ARRIVAL, "enter,plus", "take", "They have arrived", "arrived"),
    _C("arrival.add", Where.ARRIVAL, "p", "add", "Add somebody who is not on the list", "somebody else"),
    _C("arrival.catch_up", Where.ARRIVAL, "t", "catch_up", "Tell where the review stands, mark nobody", "where we are"),
    _C("arrival.leave", Where.ARRIVAL, "escape", "leave", "Leave", "leave"),
    _C("catch_up.up", Where.CATCH_UP, "up,k", "scroll(-1)", "A line up", "scroll", "↑↓"),
    _C("catch_up.down", Where.CATCH_UP, "down,j,space", "scroll(1)", "A line down"),
    _C("catch_up.copy", Where.CATCH_UP, "y", "copy", "Copy the five lines to the clipboard", "copy"),
    _C("catch_up.leave", Where.CATCH_UP, "escape,enter,q", "leave", "Close", "close"),
    _C("opening.up", Where.OPENING, "up,k", "step(-1)", "The one before", "read", "↑↓"),
    _C("opening.down", Where.OPENING, "down,j,space,enter", "step(1)", "The next one, for the room as well"),
    _C("opening.first", Where.OPENING, "home", "end(-1)", "The purpose"),
    _C("opening.last", Where.OPENING, "end", "end(1)", "The last rule"),
    _C("opening.copy", Where.OPENING, "y", "copy", "Copy purpose and ground rules to the clipboard", "copy"),
    _C("opening.room", Where.OPENING, "f9", "app.room", "See what the room sees, and go back"),
    _C("opening.leave", Where.OPENING, "escape,g,q", "leave", "Close", "close"),
    _C("invitation.up", Where.INVITATION, "up,k", "scroll(-1)", "A line up", "scroll", "↑↓"),
    _C("invitation.down", Where.INVITATION, "down,j", "scroll(1)", "A line down"),
    _C("invitation.page_up", Where.INVITATION, "pageup,shift+space", "page(-1)", "A page up"),
    _C("invitation.page_down", Where.INVITATION, "pagedown,space", "page(1)", "A page down", "page", "space"),
    _C("invitation.first", Where.INVITATION, "home", "end(-1)", "The beginning"),
    _C("invitation.last", Where.INVITATION, "end", "end(1)", "The end"),
    _C("invitation.copy", Where.INVITATION, "y", "copy", "Copy the invitation to the clipboard", "copy"),
    _C("invitation.save", Where.INVITATION, "x", "save", "Save the invitation to a file", "save to a file"),
    _C("invitation.leave", Where.INVITATION, "escape,q", "leave", "Close", "close"),
    _C("keys.up", Where.KEYS, "up,k", "scroll(-1)", "A line up", "scroll", "↑↓"),
    _C("keys.down", Where.KEYS, "down,j,space", "scroll(1)", "A line down"),
    _C("keys.leave", Where.KEYS, "escape,enter,question_mark,q", "leave", "Close", "close"),
    _C("room.leave", Where.ROOM, "escape,f9,q", "leave", "Go back"),
    _C("room.quit", Where.ROOM_WINDOW, "ctrl+q", "quit", "Close the window"),
    _C("room.theme", Where.ROOM_WINDOW, "f8", "next_theme", "Another theme: dark, light, high contrast"),
    # Wherever one is
    _C(
        "capture",
        Where.REVIEW,
        "c",
        "screen.capture",
        "Catch what is said: who, when and what",
        "capture",
        gives_way=True,
    ),
    _C("not_filed", Where.REVIEW, "C", "screen.not_filed", "File what was caught"),
    _C("add.factor", Where.REVIEW, "f", "screen.learn('factor')", "Add a factor", "factor", gives_way=True),
    _C("add.insight", Where.REVIEW, "i", "screen.learn('insight')", "Add an insight", "insight", gives_way=True),
    _C("add.action", Where.REVIEW, "a", "screen.learn('action')", "Add an idea for action", "action", gives_way=True),
    _C("add.question", Where.REVIEW, "o", "screen.learn('question')", "Add a question", "question", gives_way=True),
    _C("park", Where.REVIEW, "O", "screen.park", "Park what is off the subject for later; yours alone"),
    _C("who_knew", Where.REVIEW, "w", "screen.who_knew", "Who knew what, when", "who knew", gives_way=True),
    _C("voices", Where.REVIEW, "V", "screen.voices", "Who has spoken so far, for you alone"),
    _C(
        "arrival", Where.REVIEW, "plus", "screen.arrival", "Mark who has arrived, and tell them where the review stands"
    ),
    _C("room", Where.REVIEW, "f9", "app.room", "See what the room sees, and go back"),
    _C("undo", Where.REVIEW, "u,ctrl+z", "app.undo", "Take back the last step", "undo"),
    _C("redo", Where.REVIEW, "ctrl+y", "app.redo", "Bring it back"),
    _C("back", Where.REVIEW, "escape", "screen.back", "Come back to where one jumped from"),
    _C("versions", Where.REVIEW, "ctrl+r", "app.versions", "Saved versions: compare, and go back to one"),
    _C("save_elsewhere", Where.REVIEW, "f6", "app.save_elsewhere", "Save elsewhere, and go on there"),
    _C("settle", Where.REVIEW, "f7", "app.settle", "Do what the line above the stages offers"),
    _C("search", Where.REVIEW, "slash", "screen.search", "Search everything that was said"),
    _C("search.next", Where.REVIEW, "f3", "screen.search_next", "Go to the next thing that was found"),
    _C("library", Where.REVIEW, "ctrl+l", "app.library", "Keep, and go to the library"),
    _C("wording", Where.EVERYWHERE, "f2", "app.wording", "Words to think about, and what to ask instead; yours alone"),
    _C("theme", Where.EVERYWHERE, "f8", "app.next_theme", "Another theme: dark, light, high contrast"),
    _C("palette", Where.EVERYWHERE, "ctrl+p", "app.palette", "Every action by name"),
    _C("help", Where.EVERYWHERE, "question_mark,f1", "app.keys", "The keys of where one is", "keys"),
    _C("quit", Where.EVERYWHERE, "ctrl+q", "app.quit", "Keep and quit", "quit"),
)
"""Every command, in the order in which footer and help name them."""

NEEDS_A_ROW = frozenset(
    {
        *("library.up", "library.open"),
        *("people.up", "people.edit", "people.attendance", "people.remove"),
        *("timeline.up", "timeline.edit", "timeline.key", "timeline.next", "timeline.remove", "timeline.filter"),
        *("accounts.up", "accounts.left", "accounts.write", "accounts.another", "accounts.teller", "accounts.move"),
        *("accounts.next", "accounts.key", "accounts.layout", "accounts.lift", "accounts.go_on"),
        *("learning.up", "learning.edit", "learning.next", "learning.jump", "learning.remove"),
        *("voices.up", "voices.hear", "wording.up", "wording.go", "wording.dismiss", "wording.dismiss_all"),
        *("readiness.go", "readiness.yes", "readiness.no", "readiness.up"),
    }
)
"""The commands of the footer that do nothing while there is nothing to stand at, as in a timeline without events."""

_ABOVE: Mapping[Where, tuple[Where, ...]] = {
    Where.LIBRARY: (Where.EVERYWHERE,),
    Where.PEOPLE: (Where.REVIEW, Where.EVERYWHERE),
    Where.TIMELINE: (Where.REVIEW, Where.EVERYWHERE),
    Where.ACCOUNTS: (Where.REVIEW, Where.EVERYWHERE),
    Where.DIFFERENCES: (Where.REVIEW, Where.EVERYWHERE),
    Where.LEARNING: (Where.REVIEW, Where.EVERYWHERE),
    Where.REPORT: (Where.REVIEW, Where.EVERYWHERE),
    Where.READINESS: (Where.REVIEW, Where.EVERYWHERE),
}

_SHOWN_KEYS = {
    "asterisk": "*",
    "question_mark": "?",
    "slash": "/",
    "plus": "+",
    "escape": "esc",
    "delete": "del",
    "backspace": "⌫",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "shift+up": "shift+↑",
    "shift+down": "shift+↓",
}

_IN_WORDS = {
    "↑↓": "up/down",
    "←→": "left/right",
    "↑": "up",
    "↓": "down",
    "←": "left",
    "→": "right",
    "⌫": "backspace",
}


def bindings(where: Where) -> list[BindingType]:
    """Return the key bindings of a place, by their ids, so that they can be remapped."""
    return [
        Binding(one.keys, one.action, one.text, id=one.id, show=bool(one.foot), priority=one.priority)
        for one in COMMANDS
        if one.where is where
    ]


def in_reach(where: Where) -> tuple[Command, ...]:
    """Return the commands that can be given at a place: its own, then those of what it is part of."""
    places = (where, *_ABOVE.get(where, ()))
    return tuple(one for place in places for one in COMMANDS if one.where is place)


def spelled(keys: str) -> str:
    """Return keys as a person reads them with words for the arrows, for a terminal that has none."""
    for arrow, word in _IN_WORDS.items():
        keys = keys.replace(arrow, word)
    return keys


def keys_of(command: Command, keymap: Mapping[str, str]) -> str:
    """Return the keys of a command as a person reads them, remapped ones as they are mapped."""
    if command.id in keymap:
        return _shown(keymap[command.id].split(","))
    return command.shown or _shown(command.keys.split(",")[:1])


def first_key_of(command: Command, keymap: Mapping[str, str]) -> str:
    """Return the first key of a command as a person reads it, without those of the commands it shares an entry with."""
    return _shown(keymap.get(command.id, command.keys).split(",")[:1])


def all_keys_of(command: Command, keymap: Mapping[str, str]) -> str:
    """Return all keys of a command as a person reads them."""
    return _shown(keymap.get(command.id, command.keys).split(","))


def _shown(keys: Iterable[str]) -> str:
    return " ".join(_SHOWN_KEYS.get(key.strip(), key.strip()) for key in keys)
