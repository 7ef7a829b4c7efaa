from __future__ import annotations

import pytest

from graph.fulltext import MAX_WORDS, stems, to_lucene, words_of


@pytest.mark.parametrize(
    ("form", "stem"),
    [
        ("ჭაჭა", "ჭაჭ"),
        ("ჭაჭის", "ჭაჭ"),
        ("ნახერხისთვის", "ნახერხ"),
        ("მასალების", "მასალ"),
        ("მასალებისგან", "მასალ"),
        ("საფენში", "საფენ"),
        ("წყალი", "წყლ"),
        ("წყლის", "წყალ"),
        ("ხორბლის", "ხორბალ"),
        ("опилками", "опилк"),
        ("опилок", "опилк"),
        ("pallets", "pallet"),
        ("boxes", "box"),
        ("glass", "glass"),
    ],
)
def test_a_form_gives_the_stem_that_other_forms_share(form, stem):
    assert stem in stems(form)


def test_short_words_and_numbers_keep_their_shape():
    assert stems("10") == []
    assert stems("ru") == []
    assert "ხე" in to_lucene("ხის").split("(")[1]


def test_words_that_say_nothing_are_left_out_and_others_counted_once():
    assert words_of("The SAWDUST and the sawdust, და ნახერხი") == ["sawdust", "ნახერხი"]
    assert len(words_of(" ".join(f"word{number}" for number in range(100)))) == MAX_WORDS


def test_georgian_capitals_are_the_same_letters():
    assert words_of("ᲜᲐᲮᲔᲠᲮᲘ") == ["ნახერხი"]


@pytest.mark.parametrize("text", ["", "  ", "the of და", '"*?~:\\/()[]{}^!&|+-'])
def test_without_words_there_is_no_query(text):
    assert to_lucene(text) is None
