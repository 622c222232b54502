"""Meters: how many requests there were and how long they took, over all processes of a server.

What people do is counted together, whichever page it is: how often a reflection was handed in, and
when, would tell of a small group what nobody may know of it. Only a fault names its page.
"""

import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

FOLDER = "PROMETHEUS_MULTIPROC_DIR"  # prometheus_client asks the environment once, when it comes
SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10)
PEOPLE = "people"
OURS = 500  # from here on a status says that the fault is ours


@dataclass(frozen=True)
class Gauge:
    """A figure of this moment, one for each of its labels."""

    name: str
    about: str
    values: dict[str, float]  # by label; "" where there is one figure and no label
    label: str = field(default="", kw_only=True)


class Meters:
    """What is counted in this process, and read for all of them."""

    def __init__(self, folder: Path) -> None:
        """Each process writes files of its own in the folder, and any of them adds all up."""
        self._folder = os.environ.setdefault(FOLDER, str(folder))
        Path(self._folder).mkdir(mode=0o700, parents=True, exist_ok=True)
        self._client = import_module("prometheus_client")  # an extra, and the folder comes first
        counter, histogram = self._client.Counter, self._client.Histogram
        labels = {"labelnames": ["route", "status"], "registry": None}
        self._requests = counter("reflect_requests", "Requests answered.", **labels)
        labels = {"labelnames": ["route"], "registry": None}
        about = "How long answering took."
        self._seconds = histogram("reflect_request_seconds", about, buckets=SECONDS, **labels)

    def count(self, route: str, status: int, seconds: float, *, is_peoples: bool) -> None:
        """A request was answered; `route` as the addresses are written, and no address itself."""
        together = PEOPLE if is_peoples else route
        named = route if status >= OURS else together
        self._requests.labels(named, f"{status // 100}xx").inc()
        self._seconds.labels(together).observe(seconds)

    def told(self, gauges: Iterable[Gauge]) -> tuple[bytes, str]:
        """All that was counted and these figures, as Prometheus reads them; and their type."""
        registry = self._client.CollectorRegistry()
        sums = import_module("prometheus_client.multiprocess")
        sums.MultiProcessCollector(registry, path=self._folder)
        family = import_module("prometheus_client.core").GaugeMetricFamily
        registry.register(_Now(family, list(gauges)))
        return self._client.generate_latest(registry), self._client.CONTENT_TYPE_LATEST


@dataclass(frozen=True)
class _Now:
    """Figures of this moment, as a registry asks for them."""

    family: Any
    gauges: list[Gauge]

    def collect(self) -> list[Any]:
        """One family a gauge."""
        return [self._family(gauge) for gauge in self.gauges]

    def _family(self, gauge: Gauge) -> Any:
        family = self.family(gauge.name, gauge.about, labels=[gauge.label] if gauge.label else [])
        for label, value in gauge.values.items():
            family.add_metric([label] if gauge.label else [], value)
        return family

    def __hash__(self) -> int:
        """By itself: a registry keeps it in a dict."""
        return id(self)
