"""Passwords: which are refused, and that an unknown account takes as long as a known one."""

from __future__ import annotations

import time

import pytest

from symbiosis import passwords
from symbiosis.errors import WeakPassword
from symbiosis.passwords import (
    COMMON,
    SHORTEST,
    check_strength,
    hash_password,
    is_right,
    one_time_password,
)


@pytest.mark.parametrize(
    ("password", "why"),
    [
        ("short-one", "short"),
        ("a" * 129, "long"),
        ("password123", "common"),
        ("PASSWORD123", "common"),
        ("საქართველო", "common"),
        ("ababababab", "common"),
        ("nino.telavi@example.ge", "email"),
        ("Nino.Telavi", "email"),
    ],
)
def test_a_guessable_password_is_refused_with_the_reason(password: str, why: str) -> None:
    with pytest.raises(WeakPassword) as refused:
        check_strength(password, "nino.telavi@example.ge")
    assert refused.value.facts["why"] == why
    assert password not in str(refused.value)


@pytest.mark.parametrize("password", ["მწვანე ბოსტანი 7", "correct horse battery", "x7!kLq0zR_"])
def test_other_passwords_are_taken(password: str) -> None:
    check_strength(password, "nino@example.ge")


def test_common_passwords_are_listed_in_small_letters_and_long_enough_to_matter() -> None:
    assert all(each == each.casefold() for each in COMMON)
    assert sum(len(each) >= SHORTEST for each in COMMON) > 50


def test_a_hash_belongs_to_its_password_alone() -> None:
    kept = hash_password("მწვანე ბოსტანი 7")
    assert kept.startswith("$argon2id$")
    assert is_right("მწვანე ბოსტანი 7", kept)
    assert not is_right("მწვანე ბოსტანი 8", kept)
    assert not is_right("anything", "not a hash")
    assert not is_right("anything", None)


def test_an_unknown_account_takes_as_long_as_a_wrong_password() -> None:
    passwords._hash_of_nobody.cache_clear()  # other tests make it with a quick hasher
    kept = hash_password("მწვანე ბოსტანი 7")
    is_right("warm up", None)

    def fastest(password_hash: str | None) -> float:
        times = []
        for _ in range(3):
            began = time.perf_counter()
            is_right("wrong password", password_hash)
            times.append(time.perf_counter() - began)
        return min(times)

    assert fastest(None) > fastest(kept) / 2


def test_one_time_passwords_differ_and_pass_the_rules() -> None:
    made = {one_time_password() for _ in range(50)}
    assert len(made) == 50
    for each in made:
        check_strength(each, "administrator@example.org")
