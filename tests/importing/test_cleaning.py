"""Characters that a scraper left are cleaned; damage is shown, never guessed."""

import pytest

from .reading import entries, paragraphs, read

TEXT = "The water was warm and the children swam for an hour"


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        (f"? {TEXT}.", f"{TEXT}."),
        (f"? ?{TEXT}.", f"{TEXT}."),
        (f"？{TEXT}.", f"{TEXT}."),
        (f"{TEXT}. |", f"{TEXT}."),
        (f"{TEXT}. .", f"{TEXT}."),
        (f"{TEXT} .", f"{TEXT}."),
        (f"{TEXT}. ---", f"{TEXT}."),
        (f"{TEXT}\u200b.\x07", f"{TEXT}."),
    ],
)
def test_junk_is_left_out_and_written_to_the_ledger(line, mended):
    page = read(f"A Title\n\n{line}")
    assert paragraphs(page) == [mended]
    assert page.ledger.entries[0].action == "changed"


@pytest.mark.parametrize("damage", ["wat* **Er", "chil?ren", "chil\ufffdren", "was ???? warm", "itâ€™s"])
def test_damaged_words_are_flagged_and_stay(damage):
    page = read(f"A Title\n\n{TEXT} {damage} and went home.")
    assert any(damage in text for text in paragraphs(page))
    assert len(entries(page, "damaged") + entries(page, "mojibake")) == 1


@pytest.mark.parametrize("sound", ["2 * 3 * 4", "Why? Because.", "**bold**", "What?! No"])
def test_sound_text_is_not_flagged(sound):
    page = read(f"A Title\n\n{TEXT} {sound} and went home.")
    assert not entries(page, "damaged")
