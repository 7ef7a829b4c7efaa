"""The rules of law, for everybody to read and for administrators to keep true.

A change is laid over the rule of the reference files and wins over it, also when the file is newer. All
processes follow within seconds (`law_watch.py`). A change by which pairs are judged names another ranker, so
the job that compares listings compares all of them again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from graph import rule_changes
from graph.errors import AlreadyThere, NotFound
from graph.ids import new_id
from graph.records import RuleChange
from matching.law_in_force import EDITABLE, Told, plain_fields, rules_in_force
from matching.reference.rules import Rule
from symbiosis.access import Viewer, require
from symbiosis.errors import DayAhead, InvalidInput, RuleEdited
from symbiosis.inputs import RuleInput
from symbiosis.operations.meaning import today
from symbiosis.views import MatchView, RuleChangeView, RuleHistory, RuleView
from symbiosis.wiring import Services


def list_rules(services: Services, viewer: Viewer) -> tuple[RuleView, ...]:
    """All rules as they stand, in the order of the reference book."""
    require(viewer, "see_book")
    law = services.law
    return tuple(_view(services, rule) for rule in law.rules.values())


def show_rule(services: Services, viewer: Viewer, rule_id: str) -> RuleView:
    """One rule as it stands.

    Raises:
        NotFound: the reference book has no such rule.
    """
    require(viewer, "see_book")
    return _view(services, _rule(services, rule_id))


def rules_of_match(services: Services, view: MatchView, *, now: datetime) -> tuple[RuleView, ...]:
    """The rules that hold today for a match which the viewer was shown."""
    found = rules_in_force(view.rule_ids, services.law, today(now))
    return tuple(_view(services, rule) for rule in found)


def rule_history(services: Services, viewer: Viewer, rule_id: str) -> RuleHistory:
    """A rule with all that was changed of it.

    Raises:
        NotFound: the reference book has no such rule.
    """
    require(viewer, "edit_law")
    services.law_watch.forget()
    rule = _rule(services, rule_id)
    changes = rule_changes.of_rule(services.store, rule_id)
    return RuleHistory(_view(services, rule), _told(changes, services.book.rules[rule_id]))


def edit_rule(services: Services, viewer: Viewer, rule_id: str, given: RuleInput, *, now: datetime) -> bool:
    """Keep what an administrator says of a rule.

    Returns:
        Whether anything is now said otherwise than before; else nothing was kept.
    Raises:
        NotFound: the reference book has no such rule.
        InvalidInput: the source was read on a day to come.
        RuleEdited: somebody else changed it since.
    """
    require(viewer, "edit_law")
    as_it_stands, checked = _rule(services, rule_id), given.fields["checked"]
    if isinstance(checked, date) and as_it_stands.checked != checked > today(now):
        raise InvalidInput({"checked": [DayAhead(field="checked")]})
    in_file = plain_fields(services.book.rules[rule_id])
    said = {name: _plain(given.fields[name]) for name in EDITABLE}
    fields = {name: value for name, value in said.items() if value != in_file[name]}
    return _append(services, viewer, rule_id, fields, number=given.number, now=now)


def undo_rule_change(services: Services, viewer: Viewer, rule_id: str, *, number: int, now: datetime) -> bool:
    """Put a rule back to what it was before its latest change, by a change of its own.

    Args:
        number: of the latest change as the editor saw it.
    Raises:
        NotFound: no such rule, or nothing of it was changed.
        RuleEdited: somebody else changed it since.
    """
    require(viewer, "edit_law")
    _rule(services, rule_id)
    changes = rule_changes.of_rule(services.store, rule_id)
    if not changes:
        raise NotFound(what="rule change", id=rule_id)
    before = changes[1].fields if len(changes) > 1 else {}
    return _append(services, viewer, rule_id, before, number=number, now=now)


def _append(
    services: Services, viewer: Viewer, rule_id: str, fields: Told, *, number: int, now: datetime
) -> bool:
    changes = rule_changes.of_rule(services.store, rule_id)
    latest = changes[0] if changes else None
    if (latest.number if latest else 0) != number:
        raise RuleEdited(id=rule_id)
    if fields == (latest.fields if latest else {}):
        return False
    change = RuleChange(new_id(), rule_id, number + 1, now, viewer.user_id or "", fields)
    try:
        rule_changes.append(services.store, change)
    except AlreadyThere:
        raise RuleEdited(id=rule_id) from None
    services.law_watch.forget()
    return True


def _rule(services: Services, rule_id: str) -> Rule:
    rule = services.law.rules.get(rule_id)
    if rule is None:
        raise NotFound(what="rule", id=rule_id)
    return rule


def _view(services: Services, rule: Rule) -> RuleView:
    in_file = services.book.rules[rule.id]
    return RuleView(rule, None if rule == in_file else in_file)


def _told(changes: Sequence[RuleChange], rule: Rule) -> tuple[RuleChangeView, ...]:
    """Each change beside the one before it; what no change names is as the files have it now."""
    in_file = plain_fields(rule)
    befores: list[Mapping[str, str | bool | None]] = [change.fields for change in changes[1:]]
    return tuple(
        RuleChangeView(
            number=change.number,
            changed_at=change.changed_at,
            by=change.user_email,
            fields={
                name: (before.get(name, in_file[name]), change.fields.get(name, in_file[name]))
                for name in EDITABLE
                if before.get(name, in_file[name]) != change.fields.get(name, in_file[name])
            },
        )
        for change, before in zip(changes, [*befores, {}], strict=False)
    )


def _plain(value: str | bool | date | None) -> str | bool | None:
    return value.isoformat() if isinstance(value, date) else value
