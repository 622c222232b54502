"""The settings: these defaults, then instance/config.py, then REFLECT_* from the environment."""

import difflib
import importlib.util
import os
import re
import runpy
from collections.abc import Iterable
from dataclasses import dataclass, field, fields, replace
from ipaddress import ip_address
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

_PACKAGE = Path(__file__).parent
BASE_URL = re.compile(r"https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?/?")
HOST = re.compile(r"[a-zA-Z0-9]([a-zA-Z0-9.:-]*[a-zA-Z0-9])?")
SENDER = re.compile(r"[\w.+-]+@[a-zA-Z0-9]([a-zA-Z0-9.-]*[a-zA-Z0-9])?", re.ASCII)
HIGHEST_PORT = 65_535
TOKEN = re.compile(r"[\x21-\x7e]{32,}")  # as `openssl rand -hex 32` makes one
LOWEST_FLOOR = 5  # the promise to every professional: no setting goes below it


class ConfigFault(ValueError):  # noqa: N818 - it is said of the settings
    """A setting that cannot be; the message says which, and what to do."""


@dataclass(frozen=True)
class Config:
    """What an instance can set. Paths are absolute."""

    instance: Path
    base_url: str = "http://127.0.0.1:8000"
    database_url: str = ""  # empty: reflect.db in the instance
    floor: int = LOWEST_FLOOR  # how many people a group result is at least about
    proxies: int = 0  # how many servers of our own stand before the app and tell whom they serve
    second_factor: str = "required"  # of staff; or optional, in a trial on this machine
    backups: str = ""  # the folder where `reflect backup` puts them, if no other is named
    postgres_tools: str = ""  # the folder of pg_dump and pg_restore; empty: where they are found
    controller: str = ""
    contact: str = ""
    privacy_officer: str = ""
    mail_host: str = ""  # empty: no mail is sent, and nobody is asked for an address
    mail_port: int = 587
    mail_security: str = "starttls"  # or tls from the first byte, or none on this machine
    mail_user: str = ""
    mail_password: str = field(default="", repr=False)
    mail_sender: str = ""
    metrics: str = field(default="", repr=False)  # empty: none; loopback, or a token

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        self._refuse_numbers()
        if not _is_address(self.base_url):
            raise ConfigFault(f"base_url must be like https://reflect.example.nl: {self.base_url}")
        if not self.is_secure and not self.is_local:
            raise ConfigFault(f"base_url needs https, unless it is this machine: {self.base_url}")
        if self.proxies < 0:
            raise ConfigFault(f"proxies is how many there are, 0 or more: {self.proxies}")
        if self.floor < LOWEST_FLOOR:
            raise ConfigFault(
                f"floor can be raised above {LOWEST_FLOOR}, never lowered: {self.floor}"
            )
        self._refuse_open_doors()
        self._refuse_metrics()
        self._refuse_mail()

    def _refuse_numbers(self) -> None:
        for name in (one.name for one in fields(self) if one.type is str):
            if not isinstance(getattr(self, name), str):
                raise ConfigFault(f"{name} must be a text between quotes")

    def _refuse_open_doors(self) -> None:
        if self.second_factor not in ("required", "optional"):
            raise ConfigFault(f"second_factor is required or optional: {self.second_factor}")
        if not self.asks_second_factor and not self.is_local:
            raise ConfigFault(
                f"second_factor may be optional on this machine alone: {self.base_url}"
            )

    def _refuse_metrics(self) -> None:
        if self.metrics not in ("", "loopback") and not TOKEN.fullmatch(self.metrics):
            raise ConfigFault("metrics is loopback, or a token of 32 characters or more")
        if self.metrics and importlib.util.find_spec("prometheus_client") is None:
            raise ConfigFault("metrics need the extra of that name: pip install reflect[metrics]")

    def _refuse_mail(self) -> None:
        """A mail server that cannot be, or half of one."""
        rest = bool(self.mail_user or self.mail_password or self.mail_sender)
        faults = {"mail_host is missing, and mail_user, mail_password or mail_sender is not": rest}
        if self.mail_host:
            faults = {
                f"mail_host must be a name such as smtp.example.nl: {self.mail_host}": (
                    not HOST.fullmatch(self.mail_host)
                ),
                f"mail_port is a number from 1 to {HIGHEST_PORT}: {self.mail_port}": (
                    not 1 <= self.mail_port <= HIGHEST_PORT
                ),
                f"mail_security is starttls, tls or none: {self.mail_security}": (
                    self.mail_security not in ("starttls", "tls", "none")
                ),
                f"mail_security none is for a mail server on this machine: {self.mail_host}": (
                    self.mail_security == "none" and not _is_loopback(self.mail_host)
                ),
                "mail_user and mail_password are plain ASCII": (
                    not (self.mail_user + self.mail_password).isascii()
                ),
                "mail_user and mail_password go together": (
                    bool(self.mail_user) != bool(self.mail_password)
                ),
                f"mail_sender must be like reflect@example.nl: {self.mail_sender}": (
                    not SENDER.fullmatch(self.mail_sender)
                ),
            }
        for words, is_so in faults.items():
            if is_so:
                raise ConfigFault(words)

    @property
    def sends_mail(self) -> bool:
        """Whether there is a mail server."""
        return bool(self.mail_host)

    @property
    def is_named(self) -> bool:
        """Whether it is said who is responsible, and whom to ask."""
        return bool(self.controller and self.contact)

    @property
    def asks_second_factor(self) -> bool:
        """Whether nobody of staff comes in with a password alone."""
        return self.second_factor == "required"

    @property
    def origin(self) -> str:
        """The base_url as browsers name a site: without a slash at its end."""
        return self.base_url.rstrip("/")

    @property
    def host_name(self) -> str:
        """The host of base_url, without a port."""
        return urlsplit(self.base_url).hostname or ""

    @property
    def is_local(self) -> bool:
        """Whether base_url is this machine alone: a trial."""
        return _is_loopback(self.host_name)

    @property
    def is_secure(self) -> bool:
        """Whether people come over https: it decides the cookies."""
        return self.base_url.startswith("https://")

    @property
    def database(self) -> str:
        """The URL of the database."""
        return self.database_url or f"sqlite:///{self.instance / 'reflect.db'}"

    @property
    def erased(self) -> Path:
        """The folder of the list of what people took back, for a backup that is restored."""
        return self.instance / "erased"

    @property
    def keys(self) -> Path:
        """The folder of the key ring."""
        return self.instance / "keys"


NAMES = [one.name for one in fields(Config) if one.name != "instance"]
NUMBERS = [one.name for one in fields(Config) if one.type is int]


def folder(name: str) -> Path:
    """The questionnaires or the migrations: beside the package, or inside it when installed."""
    beside = _PACKAGE.parent / name
    return beside if beside.is_dir() else _PACKAGE / f"_{name}"


def read_config(**overrides: Any) -> Config:
    """The settings of this machine. ConfigFault when one of them cannot be."""
    place = overrides.pop("instance", None) or os.environ.get("REFLECT_INSTANCE") or _usual()
    instance = Path(place).resolve()
    file = instance / "config.py"
    chosen = (_written(file) if file.exists() else {}) | _surrounding() | overrides
    chosen |= {name: _whole(name, chosen[name]) for name in NUMBERS if name in chosen}
    return replace(Config(instance), **chosen)


def _usual() -> Path:
    """The instance beside the questionnaires; once installed, in the folder where one stands."""
    beside = folder("questionnaires").parent
    return (Path() if beside == _PACKAGE else beside) / "instance"


def _written(file: Path) -> dict[str, Any]:
    """The settings of a file of Python: its names in lower case, but for what it imported."""
    try:
        found = runpy.run_path(str(file))
    except Exception as fault:  # noqa: BLE001 - whatever an operator wrote, it is told in a line
        raise ConfigFault(f"{file} cannot be read: {type(fault).__name__}: {fault}") from None
    chosen = {
        name: value
        for name, value in found.items()
        if name.islower() and not name.startswith("_") and not isinstance(value, ModuleType)
    }
    _refuse_unknown(chosen, NAMES, f"{file}: ")
    return chosen


def _surrounding() -> dict[str, str]:
    """The settings of the environment."""
    known = {f"REFLECT_{name.upper()}": name for name in NAMES}
    given = {name: value for name, value in os.environ.items() if name.startswith("REFLECT_")}
    given.pop("REFLECT_INSTANCE", None)
    _refuse_unknown(given, [*known, "REFLECT_INSTANCE"])
    return {known[name]: value for name, value in given.items()}


def _refuse_unknown(given: Iterable[str], known: Iterable[str], where: str = "") -> None:
    """A slip of the pen would leave a default in force that nobody chose."""
    for name in given:
        if name not in known:
            near = difflib.get_close_matches(name, sorted(known), n=1)
            hint = f"; did you mean {near[0]}?" if near else ""
            raise ConfigFault(f"{where}there is no setting {name}{hint}")


def _is_loopback(host: str) -> bool:
    """Whether a host is this machine."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _is_address(text: str) -> bool:
    """Whether it is the address of a site, with a port that can be."""
    try:
        return bool(BASE_URL.fullmatch(text)) and urlsplit(text).port != 0
    except ValueError:
        return False


def _whole(name: str, value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        raise ConfigFault(f"{name} must be a whole number: {value}") from None
