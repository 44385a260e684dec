"""One plain spelling for words that people write in several ways, so that search finds them all.

Pure: it knows letters, not pages. The index holds the plain spelling beside the written one, and a query is
brought to it too.
"""

from __future__ import annotations

import re
import unicodedata

# What compatibility decomposition leaves alone: wasla, ta marbuta, alef maqsura, the Persian kaf and ya, tatweel.
_LETTERS = str.maketrans({"ٱ": "ا", "ة": "ه", "ى": "ي", "ی": "ي", "ک": "ك", "ـ": None})
# "the", also after "and", "so", "in", "as" or "to"; only before a word of at least three letters.
_ARTICLE = re.compile(r"\b(?:[وفبك]?ال|لل)(?=\w{3})")


def western_digits(text: str) -> str:
    """With 0-9 in place of the digits of any other script."""
    return "".join(str(unicodedata.decimal(letter, letter)) for letter in text)


def plain(text: str) -> str:
    """Without capitals, accents, vowel signs, the seats of hamza and the Arabic article; digits are 0-9."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return _ARTICLE.sub("", western_digits(bare.translate(_LETTERS)))


def respelled(text: str) -> str:
    """The plain spelling of those words of `text` that are written otherwise, each once."""
    spellings = {word.casefold(): plain(word) for word in text.split() if not word.isascii()}
    return " ".join(dict.fromkeys(bare for word, bare in spellings.items() if bare != word))
