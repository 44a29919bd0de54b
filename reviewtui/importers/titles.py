"""The title of a row: what can be read in one line. What it leaves out stands in the row's detail."""

import re

LONGEST_TITLE = 200
"""A title that is longer is cut between words."""
_ONE_LINE = 120
"""What follows a time in its own line is the title as a whole up to this length, and its first sentence beyond."""
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]{0,2}(?= +[\"'“‘(\[`#@]?(?:[^\W\d_a-zß-öø-ÿ]|\d))")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|approx|ca|cf|no|nr|dr|mr|mrs|ms|st|resp|incl|excl|min|max|fig|al|bzw|ggf|inc|ltd)|\b[A-Za-z])\.$",
    re.IGNORECASE,
)


def title_of_line(words: str) -> str:
    """Return the title of a row whose words follow its time: all of them, or the first sentence of a long text."""
    return words if len(words) <= _ONE_LINE else title_of_prose(words)


def title_of_prose(words: str) -> str:
    """Return the title of a row whose words stand below its time: their first sentence, in one line."""
    sentence = first_sentence(words)
    if len(sentence) <= LONGEST_TITLE:
        return sentence
    cut = sentence[:LONGEST_TITLE].rpartition(" ")[0].rstrip(" ,;:–—-")
    return f"{cut or sentence[:LONGEST_TITLE]}…"


def first_sentence(words: str) -> str:
    """Return the first sentence of a text in one line."""
    for end in _SENTENCE_END.finditer(words[: LONGEST_TITLE * 4]):
        sentence = words[: end.end()]
        if not _ABBREVIATION.search(sentence):
            return sentence
    return words
