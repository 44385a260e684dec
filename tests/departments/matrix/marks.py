"""What only roads may see carries a mark, and an answer is searched for it wherever a person could read it.

Every secret is a word that begins with "quiet". A search asks for "viaduct", which stands beside the mark, so that the
words of the question are no find.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

SOUGHT = "viaduct"
COUNTED = 471_139
_MARK = re.compile(rf"\bquiet[a-z]+|\b{COUNTED}\b|\b{COUNTED:,}\b", re.IGNORECASE)


def secret(what):
    """A text with a mark that names what it is, found by a search for "viaduct"."""
    return f"{SOUGHT.title()} quiet{what}"


def marks_in(response):
    """The marks in an answer: its body, file names, where it leads, and the messages that the next page shows."""
    texts = [_body(response), *(f"{name}: {value}" for name, value in response.items())]
    messages = getattr(getattr(response, "wsgi_request", None), "_messages", None)
    texts += [str(message) for message in getattr(messages, "_queued_messages", [])]
    return {mark.lower() for text in texts for mark in _MARK.findall(text)}


def _body(response):
    content = b"".join(response.streaming_content) if response.streaming else response.content
    if content.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(content)) as workbook:
            content = b"\n".join(workbook.read(name) for name in workbook.namelist())
    return content.decode(errors="replace")
