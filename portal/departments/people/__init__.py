"""Who has which role, who hands it out, and what happens when somebody leaves."""

from __future__ import annotations
