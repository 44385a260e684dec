"""Every address of the API, each behind the door."""

from __future__ import annotations

from django.urls import path

from surveys.api.door import through_the_door
from surveys.api.endpoints import api

app_name = "api"
# The framework's own, which only says that nothing is there.
ROOT = "api-root"

urlpatterns = [
    path(str(found.pattern), through_the_door(found.callback, found.name), name=found.name)
    for found in api.urls[0]
    if found.name != ROOT
]
