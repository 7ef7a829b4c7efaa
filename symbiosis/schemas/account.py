"""Logins, passwords, languages, keys, and the users whom the administrator makes."""

from __future__ import annotations

from typing import Any

import marshmallow as ma

from graph.records import Role
from symbiosis.inputs import LoginInput, PasswordInput, TokenInput, UserInput
from symbiosis.schemas.base import Input
from symbiosis.schemas.fields import Choice
from symbiosis.schemas.texts import Email, Secret, Text

GIVEN_ROLES = {role.value: role for role in (Role.COORDINATOR, Role.PLANNER, Role.ADMINISTRATOR)}


class LoginSchema(Input):
    email = Email(required=True)
    password = Secret(required=True)

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> LoginInput:
        return LoginInput(**data)


class PasswordSchema(Input):
    """The present password and the new one."""

    current_password = Secret(required=True)
    new_password = Secret(required=True)

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> PasswordInput:
        return PasswordInput(**data)


class LanguageSchema(Input):
    """The language of the site for this user."""

    language = Choice({"ka": "ka", "en": "en"}, required=True)


class TokenSchema(Input):
    """A name by which the owner will know the key again."""

    name = Text(longest=80, required=True)

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> TokenInput:
        return TokenInput(**data)


class UserSchema(Input):
    """A user without a firm. Businesses register themselves."""

    email = Email(required=True)
    role = Choice(GIVEN_ROLES, required=True)
    name = Text(longest=120, load_default=None, allow_none=True)

    @ma.post_load
    def make(self, data: dict[str, Any], **kwargs: Any) -> UserInput:
        return UserInput(**data)
