from __future__ import annotations

import pytest

from portal.translations.domain.differences import closest, differences


def marked(before, now):
    signs = {"same": "%s", "gone": "[-%s-]", "new": "[+%s+]"}
    return "".join(signs[piece.kind] % piece.text for piece in differences(before, now))


@pytest.mark.parametrize(
    ("before", "now", "shown"),
    [
        pytest.param("We plant.", "We plant.", "We plant.", id="nothing_changed"),
        pytest.param("We plant in May.", "We plant in June.", "We plant in [-May-][+June+].", id="a_word"),
        pytest.param("Ask us.", "Ask us now.", "Ask us[+ now+].", id="a_word_more"),
        pytest.param("Ask us now.", "Ask us.", "Ask us[- now-].", id="a_word_less"),
        pytest.param("", "New.", "[+New.+]", id="all_new"),
        pytest.param("نزرع في مايو", "نزرع في يونيو", "نزرع في [-مايو-][+يونيو+]", id="arabic"),
    ],
)
def test_two_versions_of_a_text_are_shown_as_one(before, now, shown):
    assert marked(before, now) == shown


def test_both_versions_can_be_read_from_the_pieces():
    before, now = "The lido opens at 8, every day.", "From May the lido opens at 7, except on Mondays."
    pieces = differences(before, now)
    assert "".join(piece.text for piece in pieces if piece.kind != "new") == before
    assert "".join(piece.text for piece in pieces if piece.kind != "gone") == now


def test_a_changed_sentence_finds_what_it_was():
    former = [("Dogs stay outside.", "Perros fuera."), ("The lido opens at 8.", "Abre a las 8.")]
    assert closest("The lido opens at 7.", former) == ("The lido opens at 8.", "Abre a las 8.")


def test_a_new_sentence_is_not_taken_for_one_that_was_there():
    former = [("Dogs stay outside.", "Perros fuera."), ("The lido opens at 8.", "Abre a las 8.")]
    assert closest("Bring your own towel and a friend", former) == ("", "")


def test_at_a_place_of_its_own_a_text_follows_whatever_was_there():
    assert closest("Quite another title", [("Trees", "Árboles")]) == ("Trees", "Árboles")
