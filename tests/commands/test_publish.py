"""`reflect publish`."""

import json
import shutil
from pathlib import Path

from reflect.commands import main
from tests.commands.versions import two_versions, written

DEFINITIONS = Path(__file__).parents[1] / "definitions"


def copied(folder, name, to=None):
    return Path(shutil.copy(DEFINITIONS / name, folder / (to or name)))


def listed(folder):
    return json.loads((folder / "published.json").read_text("utf-8"))


def test_a_version_is_added_to_the_list_in_order(tmp_path, capsys):
    for name in ("smallest-1.json", "choices-1.json"):
        assert main(["publish", str(copied(tmp_path, name))]) == 0
    assert list(listed(tmp_path)) == ["choices-1", "smallest-1"]
    assert f"choices-1 is published: {listed(tmp_path)['choices-1']}" in capsys.readouterr().out
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "choices-1.json",
        "published.json",
        "smallest-1.json",
    ]


def test_publishing_twice_changes_nothing(tmp_path):
    file = copied(tmp_path, "smallest-1.json")
    main(["publish", str(file)])
    before = listed(tmp_path)
    assert main(["publish", str(file)]) == 0
    assert listed(tmp_path) == before


def test_the_next_version_is_laid_beside_the_last_that_was_published(tmp_path, capsys):
    first, second = two_versions(tmp_path)
    third = json.loads(second.read_text("utf-8")) | {"version": 3, "minutes": 2}
    assert main(["publish", str(first)]) == 0
    capsys.readouterr()
    assert main(["publish", str(written(tmp_path, third))]) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[1] == "smallest-1 → smallest-3: 2 comparable, 1 wording"
    assert out.splitlines()[-1] == "may be compared: nothing"


def test_a_published_version_that_changed_is_refused_with_what_to_do(tmp_path, capsys):
    file = copied(tmp_path, "smallest-1.json")
    main(["publish", str(file)])
    before = listed(tmp_path)
    file.write_text(file.read_text("utf-8").replace("Een proef.", "Een andere proef."), "utf-8")
    capsys.readouterr()
    assert main(["publish", str(file)]) == 1
    assert capsys.readouterr().out.endswith("and write the change as smallest-2.json\n")
    assert listed(tmp_path) == before


def test_what_has_a_fault_is_not_published(tmp_path, capsys):
    assert main(["publish", str(copied(tmp_path, "e403-html.json", "x-1.json"))]) == 1
    assert "E403" in capsys.readouterr().out
    assert main(["publish", str(copied(tmp_path, "e101-not-json.json", "y-1.json"))]) == 1
    assert not (tmp_path / "published.json").exists()


def test_the_fault_of_another_file_is_no_hindrance(tmp_path):
    copied(tmp_path, "e403-html.json", "x-1.json")
    assert main(["publish", str(copied(tmp_path, "smallest-1.json"))]) == 0


def test_a_broken_list_is_not_written_over(tmp_path, capsys):
    (tmp_path / "published.json").write_text("[")
    assert main(["publish", str(copied(tmp_path, "smallest-1.json"))]) == 1
    assert "E602" in capsys.readouterr().out
    assert (tmp_path / "published.json").read_text() == "["


def test_a_file_that_is_not_there_is_one_line(tmp_path, capsys):
    assert main(["publish", str(tmp_path / "x-1.json")]) == 1
    assert capsys.readouterr().err == f"reflect: {tmp_path}/x-1.json: No such file or directory\n"
