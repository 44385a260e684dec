from __future__ import annotations

import pytest
from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

from tests.factories import make_article, make_picture


@pytest.fixture
def pothole(roads, cleo):
    """A draft of the other department, with an owner."""
    return make_article(roads, "Pothole secret", live=False, owner=cleo)


@pytest.fixture
def bridge(roads, cleo):
    """A live page of the other department, whose next title is not public yet."""
    page = make_article(roads, "Bridge open", owner=cleo)
    page.title = "Bridge secret"
    page.save_revision(user=cleo, log_action=True)
    return page


@pytest.fixture
def pond(parks, ben):
    return make_article(parks, "Pond draft", live=False, owner=ben)


@pytest.fixture
def crane(roads):
    picture = make_picture("Crane secret", collection=roads.collection)
    picture.tags.add("bitumen")
    return picture


@pytest.fixture
def duck(parks):
    picture = make_picture("Duck", collection=parks.collection)
    picture.tags.add("birds")
    return picture


@pytest.fixture
def contract(roads):
    return make_document("Contract secret", roads.collection)


@pytest.fixture
def plan(parks):
    return make_document("Planting plan", parks.collection)


@pytest.fixture
def desk(client, ben):
    """Where the editor of parks works."""
    client.force_login(ben)
    return client


def make_document(title, collection):
    file = ContentFile(b"Nothing but words.", name=f"{title.lower().replace(' ', '-')}.txt")
    return get_document_model().objects.create(title=title, file=file, collection=collection)
