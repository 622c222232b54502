"""All questionnaires there are: the files of a folder, and those that were kept elsewhere."""

import errno
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Self

from reflect.questionnaire.checks import check_file
from reflect.questionnaire.definition import Questionnaire
from reflect.questionnaire.faults import Fault, FaultyDefinition, near
from reflect.questionnaire.publication import (
    PUBLISHED,
    publication_faults,
    published,
    type_faults,
)

BESIDE = {PUBLISHED, "schema.json"}


def definitions(folder: Path) -> list[Path]:
    """The definition files of a folder, in order of name."""
    return sorted(file for file in folder.glob("*.json") if file.name not in BESIDE)


def definition_file(name: str, folder: Path) -> Path:
    """The file of a name: a file, or an id (its latest version) or id-version in a folder.

    FileNotFoundError when there is none.
    """
    shipped = sorted(definitions(folder), key=lambda file: (len(file.stem), file.stem))
    stems = {key: file for file in shipped for key in (file.stem.rpartition("-")[0], file.stem)}
    file = stems.get(name, Path(name))
    if not file.exists():
        message = f"no such file, and no questionnaire with that id{near(name, stems)}"
        raise FileNotFoundError(errno.ENOENT, message, name)
    return file


def read_definition(name: str, folder: Path) -> Questionnaire:
    """The questionnaire of a name, as definition_file() takes it.

    FaultyDefinition when it cannot be used, OSError when there is none.
    """
    questionnaire, faults = check_file(definition_file(name, folder))
    if questionnaire is None or any(fault.stops for fault in faults):
        raise FaultyDefinition(faults)
    return questionnaire


def versions_beside(file: Path) -> tuple[Questionnaire, ...]:
    """Every version that stands in the folder of a definition and can be used, oldest first."""
    stem = file.stem.rpartition("-")[0]
    read = [check_file(one) for one in definitions(file.parent) if one.stem.startswith(f"{stem}-")]
    usable = [one for one, faults in read if one and not any(fault.stops for fault in faults)]
    return tuple(sorted((one for one in usable if one.id == stem), key=lambda one: one.version))


class Library:
    """Questionnaires by fingerprint, and the latest version of each."""

    def __init__(self, questionnaires: Iterable[Questionnaire] = ()) -> None:
        """Keep them. ValueError when one id-version has two contents."""
        self._all: dict[str, Questionnaire] = {}
        self._versions: dict[tuple[str, int], str] = {}
        for questionnaire in questionnaires:
            self.add(questionnaire)

    @classmethod
    def read(cls, folder: Path) -> Self:
        """The definitions of a folder. FaultyDefinition with every fault of every file."""
        found: list[tuple[Questionnaire, str]] = []
        faults: list[Fault] = []
        known = published(folder)
        for file in definitions(folder):
            questionnaire, wrong = check_file(file)
            faults += [fault for fault in wrong if fault.stops]
            if questionnaire:
                faults += publication_faults(questionnaire, str(file), known)
                found.append((questionnaire, str(file)))
        faults += type_faults(found)
        if faults:
            raise FaultyDefinition(faults)
        return cls(questionnaire for questionnaire, _ in found)

    def add(self, questionnaire: Questionnaire) -> Questionnaire:
        """Keep one more. ValueError when its id and version are taken by another content."""
        known = self.recall(questionnaire)  # before anybody can find its version
        version = (known.id, known.version)
        if self._versions.setdefault(version, known.fingerprint) != known.fingerprint:
            raise ValueError(
                f"there are two different contents of {known.id}-{known.version}: "
                "put the published one back, and give the other the next version"
            )
        return known

    def recall(self, questionnaire: Questionnaire) -> Questionnaire:
        """Keep one for who began with it earlier; nobody begins with it now."""
        return self._all.setdefault(questionnaire.fingerprint, questionnaire)

    @property
    def versions(self) -> Mapping[tuple[str, int], str]:
        """What anybody can begin with: id and version -> fingerprint."""
        return MappingProxyType(self._versions)

    def __getitem__(self, fingerprint: str) -> Questionnaire:
        """The questionnaire of a fingerprint. KeyError when it is not here."""
        return self._all[fingerprint]

    def __contains__(self, fingerprint: object) -> bool:
        """Whether a fingerprint is here."""
        return fingerprint in self._all

    def __iter__(self) -> Iterator[Questionnaire]:
        """Every version of every questionnaire that anybody can begin with."""
        return iter([self._all[fingerprint] for fingerprint in list(self._versions.values())])

    @property
    def current(self) -> tuple[Questionnaire, ...]:
        """The latest version of each questionnaire, in order of id."""
        latest = dict(sorted(self._versions))
        return tuple(self._all[self._versions[key]] for key in latest.items())

    @property
    def reflections(self) -> tuple[Questionnaire, ...]:
        """Those of the latest that somebody reflects with; an evaluation is none."""
        return tuple(one for one in self.current if one.kind == "reflection")

    @property
    def evaluations(self) -> tuple[Questionnaire, ...]:
        """Those of the latest that a training is evaluated with."""
        return tuple(one for one in self.current if one.kind == "evaluation")

    def latest(self, questionnaire: str) -> Questionnaire:
        """The latest version of an id. KeyError when there is none."""
        return {one.id: one for one in self.current}[questionnaire]
