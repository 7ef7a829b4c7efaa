"""The demonstration region: fictional firms, marked as such, that a newcomer can look around in."""

from symbiosis.demo.loading import DemoRefused, load
from symbiosis.demo.logins import Login, logins
from symbiosis.demo.removal import remove

__all__ = ["DemoRefused", "Login", "load", "logins", "remove"]
