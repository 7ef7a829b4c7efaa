"""`flask --app wsgi …`: what the people who keep an installation do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import cast

import click
from flask import Flask
from flask.cli import AppGroup, with_appcontext

from graph.migrate import migrate
from graph.records import Role
from graph.seed import seed_reference
from matching.errors import SymbiosisError, TooFewLabels
from symbiosis import demo as demo_region
from symbiosis import operations
from symbiosis.access import Viewer
from symbiosis.inputs import UserInput
from symbiosis.jobs.retrain import retrain
from symbiosis.schemas.account import GIVEN_ROLES, UserSchema
from symbiosis.schemas.base import load
from symbiosis.web import now, services, told

demo = AppGroup("demo", help="The demonstration region: fictional firms, marked as such.")


def init_commands(app: Flask) -> None:
    """Hang the commands on an application."""
    for command in (
        migrate_command,
        seed_command,
        rematch_command,
        retrain_command,
        create_user_command,
        demo,
    ):
        app.cli.add_command(command)


@click.command("migrate", help="Bring the database up to date.")
@with_appcontext
def migrate_command() -> None:
    applied = migrate(services().store.driver)
    click.echo("\n".join(applied) if applied else "The database is up to date.")


@click.command("seed", help="Put the reference book into the database; safe to repeat.")
@with_appcontext
def seed_command() -> None:
    click.echo(str(seed_reference(services().store.driver, services().book)))


@click.command("rematch", help="Compare every listing that changed since it was last compared.")
@with_appcontext
def rematch_command() -> None:
    n_done = 0
    while n_more := operations.rematch_due(services(), now=_now()):
        n_done += n_more
    n_chained = 0
    while n_more := operations.find_chains_due(services(), now=_now()):
        n_chained += n_more
    click.echo(f"{n_done} listings compared, chains reckoned for {n_chained}.")
    made = operations.show_first(services(), now=_now())
    click.echo(
        f"{made.n_outputs_pushed} of {made.n_outputs} outputs have a match shown first; Gini {made.gini:.2f}."
    )


@click.command("retrain", help="Learn weights from what was answered; puts them on offer, switches nothing.")
@with_appcontext
def retrain_command() -> None:
    try:
        offer = retrain(services(), by="flask retrain", now=_now())
    except TooFewLabels as error:
        raise click.ClickException(told(error).message) from None
    before, after = offer.card["before"], offer.card["after"]
    click.echo(f"{offer.version} is on offer, learned from {offer.card['n']} answers.")
    click.echo(f"on firms held out   defaults  learned\n{_figures(before, after)}")
    for name in offer.card["flipped"]:
        click.echo(f"{name}: the answers say the contrary of what it stands for; it counts nothing.")


def _figures(before: Mapping[str, float], after: Mapping[str, float]) -> str:
    names = {"brier": "Brier score", "ece": "calibration error", "log_loss": "log-loss"}
    return "\n".join(f"{label:19} {before[key]:8.4f} {after[key]:8.4f}" for key, label in names.items())


@click.command("create-user", help="Make a login without a firm; its one-time password is printed.")
@click.argument("email")
@click.argument("role", type=click.Choice(sorted(GIVEN_ROLES)))
@with_appcontext
def create_user_command(email: str, role: str) -> None:
    keeper = Viewer(role=Role.ADMINISTRATOR, language=services().settings.languages[0])
    try:
        given = cast(UserInput, load(UserSchema(), {"email": email, "role": role}))
        user, password = operations.create_user(services(), keeper, given, now=_now())
    except SymbiosisError as error:
        message = told(error)
        fields = "; ".join(f"{name}: {' '.join(said)}" for name, said in message.fields.items())
        raise click.ClickException(fields or message.message) from None
    click.echo(f"{user.role.value} {user.email}\none-time password: {password}")


@demo.command("load", help="Load it, into a store without firms only.")
@with_appcontext
def demo_load() -> None:
    try:
        logins = demo_region.load(services(), now=_now())
    except demo_region.DemoRefused as refused:
        raise click.ClickException(str(refused)) from None
    for login in logins:
        click.echo(f"{login.role.value:14} {login.email:40} {login.password}  {login.note}")


@demo.command("remove", help="Take it out again, and nothing else.")
@with_appcontext
def demo_remove() -> None:
    click.echo(f"{demo_region.remove(services())} things of the demonstration removed.")


def _now() -> datetime:
    return now()
