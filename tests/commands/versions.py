"""Two versions of one questionnaire, as files."""

import json
from pathlib import Path

DEFINITIONS = Path(__file__).parents[1] / "definitions"


def two_versions(folder):
    """smallest-1 and, with another text and an open question more, smallest-2."""
    first = json.loads((DEFINITIONS / "smallest-1.json").read_text("utf-8"))
    second = json.loads(json.dumps(first)) | {"version": 2}
    questions = second["sections"][0]["questions"]
    questions[0]["text"]["nl"] = "Vertel | over a."
    questions.append({"id": "b", "type": "text", "text": {"nl": "- Noem drie dingen."}})
    return [written(folder, one) for one in (first, second)]


def written(folder, plain):
    file = folder / f"{plain['id']}-{plain['version']}.json"
    file.write_text(json.dumps(plain), "utf-8")
    return file
