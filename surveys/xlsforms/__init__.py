"""Surveys as XLSForms, the spreadsheets that tools for collecting answers exchange: read and written."""

from __future__ import annotations
