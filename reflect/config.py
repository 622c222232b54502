"""The settings: these defaults, then instance/config.py, then REFLECT_* from the environment."""

import os
import re
import runpy
from dataclasses import dataclass, fields, replace
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

_PACKAGE = Path(__file__).parent
BASE_URL = re.compile(r"https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?/?")
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
    controller: str = "de aanbieder van deze omgeving"
    contact: str = ""
    privacy_officer: str = ""

    def __post_init__(self) -> None:
        """Refuse what cannot be."""
        if not BASE_URL.fullmatch(self.base_url):
            raise ConfigFault(f"base_url must be like https://reflect.example.nl: {self.base_url}")
        if not self.is_secure and not self.is_local:
            raise ConfigFault(f"base_url needs https, unless it is this machine: {self.base_url}")
        if self.proxies < 0:
            raise ConfigFault(f"proxies is how many there are, 0 or more: {self.proxies}")
        if self.floor < LOWEST_FLOOR:
            raise ConfigFault(
                f"floor can be raised above {LOWEST_FLOOR}, never lowered: {self.floor}"
            )

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
        try:
            return ip_address(self.host_name).is_loopback
        except ValueError:
            return self.host_name == "localhost"

    @property
    def is_secure(self) -> bool:
        """Whether people come over https: it decides the cookies."""
        return self.base_url.startswith("https://")

    @property
    def database(self) -> str:
        """The URL of the database."""
        return self.database_url or f"sqlite:///{self.instance / 'reflect.db'}"

    @property
    def keys(self) -> Path:
        """The folder of the key ring."""
        return self.instance / "keys"


def folder(name: str) -> Path:
    """The questionnaires or the migrations: beside the package, or inside it when installed."""
    beside = _PACKAGE.parent / name
    return beside if beside.is_dir() else _PACKAGE / f"_{name}"


def read_config(**overrides: Any) -> Config:
    """The settings of this machine. ConfigFault when one of them cannot be."""
    default = folder("questionnaires").parent / "instance"
    place = overrides.pop("instance", None) or os.environ.get("REFLECT_INSTANCE") or default
    instance = Path(place).resolve()
    written: dict[str, Any] = {}
    if (instance / "config.py").exists():
        written = _written(instance / "config.py")
    config = Config(instance)
    names = [field.name for field in fields(Config) if field.name != "instance"]
    chosen = {name: written[name] for name in names if name in written}
    chosen |= {n: os.environ[v] for n in names if (v := f"REFLECT_{n.upper()}") in os.environ}
    chosen |= overrides
    chosen |= {name: _whole(name, chosen[name]) for name in ("floor", "proxies") if name in chosen}
    return replace(config, **chosen)


def _written(file: Path) -> dict[str, Any]:
    try:
        return runpy.run_path(str(file))
    except Exception as fault:  # noqa: BLE001 - whatever an operator wrote, it is told in a line
        raise ConfigFault(f"{file} cannot be read: {type(fault).__name__}: {fault}") from None


def _whole(name: str, value: Any) -> int:
    try:
        return int(value)
    except (TypeError, ValueError):
        raise ConfigFault(f"{name} must be a whole number: {value}") from None
