from __future__ import annotations

TIME_FORMAT = "H:i"
# As the texts of most Spanish-speaking cities write it; Django's own is a space.
THOUSAND_SEPARATOR = "."
