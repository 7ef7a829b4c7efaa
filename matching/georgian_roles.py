"""What each Georgian word does in its sentence, told by the ending or postposition that closes its phrase.

Of a phrase are the genitives and adjectives before its last word, and those that `და` or a comma joins to
them: `არმატურისა და მიწის გარეშე` is without steel and without soil.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from matching import georgian
from matching.georgian_words import (
    ACTIONS,
    ADJECTIVES,
    INPUT,
    LEFT_OVER,
    NOUNS_LIKE_ADJECTIVES,
    SERVES_AS,
    STILL_THE_THING,
)
from matching.roles import HYPHEN, LIST, NOTHING, Role

_POSTPOSITIONS = {
    **dict.fromkeys(("შემდეგ", "მერე", "დროს", "შედეგად", "პროცესში"), Role.ORIGIN),
    **dict.fromkeys(("საშუალებით", "მეშვეობით", "გზით", "მიერ"), Role.ORIGIN),
    **dict.fromkeys(("ახლოს", "გვერდით", "მახლობლად", "სიახლოვეს", "მიმდებარედ"), Role.ORIGIN),
    **dict.fromkeys(("მიზნით", "მიზნისთვის"), Role.PURPOSE),
    **dict.fromkeys(
        ("ნაცვლად", "მაგივრად", "მაგიერ", "სანაცვლოდ", "ჩასანაცვლებლად", "შესაცვლელად"), Role.REPLACED
    ),
    **dict.fromkeys(("გარეშე", "გარდა"), Role.ABSENT),
}
"""What the genitive before them does: after, by means of, near, in order to, instead of, without."""

_ORIGIN_ENDINGS = ("იდან", "ადან", "ოდან", "უდან", "სგან", "ისას")
_SHORTEST = 5
"""Letters of a word whose ending is read."""

_CLEAN_OF = ("თავისუფალ", "გათავისუფლებულ", "გაწმენდილ", "გასუფთავებულ", "დაცლილ", "დაუბინძურებელ")
"""Free, cleaned, emptied of what stands in -სგან beside it."""

_HOLDING = {"შემცველ": Role.HELD, "არშემცველ": Role.ABSENT}
"""Participles, by how they begin: holding, or not, what the genitive before them names."""

_PREVERB = "(?:გადმო|გადა|გამო|შემო|ჩამო|ამო|აღ|და|გა|მო|ჩა|შე|წა|მი)"
_TO_DO = re.compile(rf"{_PREVERB}?სა(?!კმარის)\w{{2,}}ად")
"""For doing a thing, or as a means of it: დასამზადებლად, საკვებად."""

_FUTURE = re.compile(rf"{_PREVERB}სა\w{{2,}}ად")
"""The first of the two alone: what lies in a thing is then put into it."""

_NO_HELD = frozenset({"სახით", "რაოდენობით", "მიწოდებით", "დაახლოებით", "ჩათვლით", "წლით", "თვით", "დღით"})
_NO_GENITIVE = frozenset({"არის", "იყოს", "აქვს", "ეს", "ის", "შეიცავს", "ახლავს", "იღებს"})
_HYPHENED_ENDING = re.compile(
    r"ი|მა|ს|ად|ში|ზე|თან|ით|ი?სა?|ი?სთვის|ი?სგან|იდან|დან|იანი?|მდე|ები(?:ს|სა|სთვის|სგან|დან)?|ებ(?:ში|ით)"
)
_JOINS = frozenset({"და", "ან", "თუ", "ანდა", "ასევე"})

_HAS = frozenset({"შეიცავს", "შეიცავდეს", "აქვს", "ახლავს", "ურევია", "უნდა", "გააჩნია"})
_NOT = frozenset({"არ", "აღარ"})

_ADJECTIVE = re.compile(
    r"\w{2,}(?:ებულ|ირებულ|ოვან|იან|ისებრ|ურ|ულ|ილ)"  # cut short before a dative: ლამინირებულ მინებში
    r"|\w{3,}(?:ებული|იანი|ოვანი|ისებრი|ური)|\w{3,}(?<!ე)ული"
    rf"|{_PREVERB}\w{{2,}}(?:ული|ილი)"
    r"|სა\w{3,}[ოე]"
)
_RESULT = re.compile(r"(?:ჩამო|გამო|ამო|გადა|მო|ა)?ნა(?!ვთ|ტრ|ხევარ)\w{2,}")
"""ნა- makes nouns of what an action leaves: ნარჩენი, ანათალი, ჩამონაჭერი."""


def is_ending(token: str) -> bool:
    """Whether a word that stands behind a hyphen is no more than a case ending, as in `PVC-ის`."""
    return _HYPHENED_ENDING.fullmatch(token) is not None


def closed(tokens: Sequence[str], before: Sequence[str], roles: list[Role]) -> None:
    """Puts the roles of Georgian words into `roles`; see `roles.opened` for the arguments."""
    forms = _forms(tokens, before)
    for place in range(len(forms) - 1):
        if _describes(place, forms, before):
            roles[place] = Role.OF
    for place in range(len(forms)):
        role = _of_action(place, forms, before)
        if role is not None:
            _put(role, _first(place, forms, before), place, roles)
    for place in range(len(forms)):
        role = _of_case(place, forms, before)
        if role is not None:
            _put(role, _first(place, forms, before), place, roles)
    for place in range(len(forms) - 1):
        if forms[place] in _NOT and forms[place + 1] in _HAS:
            _put(Role.ABSENT, *_not_had(place, forms, before), roles)


def _put(role: Role, first: int, last: int, roles: list[Role]) -> None:
    roles[first : last + 1] = [role] * (last + 1 - first)


def _forms(tokens: Sequence[str], before: Sequence[str]) -> tuple[str, ...]:
    """The words, each with a case ending that stands behind a hyphen: `PVC-ის` says what PVC does."""
    forms = list(tokens)
    for place in range(1, len(tokens)):
        if before[place] == HYPHEN and is_ending(tokens[place]):
            forms[place - 1] = forms[place] = tokens[place - 1] + tokens[place]
    return tuple(forms)


def _of_case(place: int, forms: Sequence[str], before: Sequence[str]) -> Role | None:
    """What the ending of a word, or the postposition after it, says of the phrase that it closes."""
    form, previous = forms[place], forms[place - 1] if place else ""
    following = forms[place + 1] if place + 1 < len(forms) and before[place + 1] == NOTHING else ""
    if following in _POSTPOSITIONS and (not georgian.is_georgian(form) or form.endswith(("ს", "სა"))):
        return _POSTPOSITIONS[following]
    holding = next((role for began, role in _HOLDING.items() if following.startswith(began)), None)
    if holding is not None and _is_genitive(form):
        return holding
    if not georgian.is_georgian(form) or len(form) < _SHORTEST or form in _POSTPOSITIONS:
        return None
    if form.endswith("სგან") and (following.startswith(_CLEAN_OF) or previous.startswith(_CLEAN_OF)):
        return Role.ABSENT
    if georgian.lies_in(form) and _is_put_in(place, forms, before, following):
        return Role.PURPOSE
    return _of_ending(form, following)


def _is_put_in(place: int, forms: Sequence[str], before: Sequence[str], following: str) -> bool:
    """Whether something goes into a thing: `ნარევში ჩასარევად`, `დანამატი კერამიკულ ბლოკებში`."""
    first = _first(place, forms, before)
    is_for_it = (
        first > 0 and before[first] == NOTHING and georgian.stem(forms[first - 1]) in INPUT | SERVES_AS
    )
    return is_for_it or _FUTURE.fullmatch(following) is not None


def _of_ending(form: str, following: str) -> Role | None:
    role = None
    is_thing_used = form.endswith("დ") and georgian.stem(form) in SERVES_AS
    if is_thing_used or form.endswith(("სთვის", "თათვის")) or _TO_DO.fullmatch(form):
        role = Role.PURPOSE
    # `სადგურთან` is beside the station, `ნაცართან ერთად` together with ash.
    elif form.endswith(_ORIGIN_ENDINGS) or (form.endswith("თან") and following != "ერთად"):
        role = Role.ORIGIN
    elif georgian.lies_in(form):
        role = None if georgian.stem(form) in ACTIONS else Role.ORIGIN
    elif form.endswith(("ით", "ოთი")) and form not in _NO_HELD and not georgian.is_what_we_do(form):
        role = Role.HELD
    return role


def _describes(place: int, forms: Sequence[str], before: Sequence[str]) -> bool:
    """Whether a genitive only tells of the noun after it: სერვერის სითბო is heat, ხის ნატეხი still wood."""
    head = _noun_after(place, forms, before)
    if head is None or not _is_genitive(forms[place]):
        return False
    is_noun = georgian.is_georgian(forms[head]) and not georgian.is_what_we_do(forms[head])
    if not is_noun or forms[head] in _JOINS:
        return False
    return georgian.stem(forms[head]) not in STILL_THE_THING or _describes(head, forms, before)


def _noun_after(place: int, forms: Sequence[str], before: Sequence[str]) -> int | None:
    """The place of the next word in the same phrase that is no adjective."""
    head = place + 1
    while head < len(forms) and before[head] == NOTHING and _is_adjective(forms[head]):
        head += 1
    return head if head < len(forms) and before[head] == NOTHING else None


def _of_action(place: int, forms: Sequence[str], before: Sequence[str]) -> Role | None:
    """What the name of an action in the genitive is to the noun after it: its origin, or what it is for."""
    if not _is_genitive(forms[place]) or georgian.stem(forms[place]) not in ACTIONS:
        return None
    head = _noun_after(place, forms, before)
    if head is None:
        return None
    if georgian.stem(forms[head]) in INPUT:
        return Role.PURPOSE
    is_left_over = _RESULT.fullmatch(forms[head]) or georgian.stem(forms[head]) in LEFT_OVER
    return Role.ORIGIN if is_left_over else None


def _first(last: int, forms: Sequence[str], before: Sequence[str]) -> int:
    """Where the phrase begins that ends at a word."""
    first = last
    while first > 0:
        earlier = first - 1
        if before[first] in {NOTHING, HYPHEN}:
            is_joined = _is_genitive(forms[earlier]) or _is_adjective(forms[earlier])
            if forms[earlier] in _JOINS and earlier and before[earlier] == NOTHING:
                earlier -= 1
                is_joined = _is_genitive(forms[earlier]) or forms[earlier].endswith("სა")
        else:
            is_joined = before[first] == LIST and _is_genitive(forms[earlier])
        if not is_joined and not (before[first] == HYPHEN and forms[earlier] == forms[first]):
            return first
        first = earlier
    return first


def _not_had(place: int, forms: Sequence[str], before: Sequence[str]) -> tuple[int, int]:
    """First and last place of what a thing does not have: after `არ შეიცავს`, or before it at the end."""
    start = place + 2
    if start < len(forms) and before[start] == NOTHING:
        last = start
        while last + 1 < len(forms) and before[last + 1] in {NOTHING, HYPHEN}:
            last += 1
        return start, last
    if place == 0 or before[place] != NOTHING:
        return place, place
    return _first(place - 1, forms, before), place - 1


def _is_genitive(form: str) -> bool:
    is_long = len(form) > 3 and georgian.is_georgian(form)
    return is_long and form.endswith(("ის", "ისა", "ოს", "უს", "ოსა", "უსა")) and form not in _NO_GENITIVE


def _is_adjective(form: str) -> bool:
    if not georgian.is_georgian(form):
        return False
    stem = georgian.stem(form)
    return stem in ADJECTIVES or (
        _ADJECTIVE.fullmatch(form) is not None and stem not in NOUNS_LIKE_ADJECTIVES
    )
