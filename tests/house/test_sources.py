"""What our own sources never do: run what was sent, put statements together, roll their own."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = {
    file.relative_to(ROOT / "reflect").as_posix(): ast.parse(file.read_text("utf-8"))
    for file in sorted((ROOT / "reflect").rglob("*.py"))
}
SCRIPTS = sorted((ROOT / "reflect" / "web" / "static" / "js").glob("*.js"))
RUNS = {"eval", "exec", "compile", "__import__", "render_template_string", "from_string"}
READS_TOO_MUCH = {"pickle", "marshal", "shelve", "dill", "yaml", "xml", "lxml", "ctypes", "cffi"}
ASKS_ELSEWHERE = {"urllib.request", "http", "ftplib", "requests", "httpx", "urllib3", "aiohttp"}
PLAYS = ("commands/demo/", "commands/pretending.py", "disclosure/worlds/")
PLAYS += ("questionnaire/simulation/",)


def imports():
    """(file, what it imports, as a whole name) of every import."""
    for file, tree in SOURCES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Import):
                yield from ((file, one.name) for one in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield from ((file, f"{node.module}.{one.name}") for one in node.names)


def calls():
    """(file, name that is called, the call)."""
    for file, tree in SOURCES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                yield file, name, node


def importers(*names):
    """The files that import any of these, or something in them."""
    return {
        file
        for file, module in imports()
        if any(module == name or module.startswith(f"{name}.") for name in names)
    }


def is_constant(node) -> bool:
    """Whether it is a text of ours, or a name in capitals, as constants have."""
    if isinstance(node, ast.JoinedStr):
        parts = [one.value for one in node.values if isinstance(one, ast.FormattedValue)]
        return all(map(is_constant, parts))
    if isinstance(node, ast.Name | ast.Attribute):
        return getattr(node, "id", getattr(node, "attr", "")).isupper()
    return isinstance(node, ast.Constant)


def test_nothing_that_was_sent_is_run_or_read_as_more_than_data():
    called = {(file, name) for file, name, call in calls() if name in RUNS and not of_re(call)}
    assert called == {("records/prepared.py", "compile")}  # SQLAlchemy's, of a statement
    assert importers("runpy") == {"config.py"}  # the operator's own settings
    escaping = {module for _, module in imports() if module.split(".")[0] in READS_TOO_MUCH}
    assert escaping == {
        "xml.sax.saxutils.escape",  # writing, not reading
        "xml.sax.saxutils.quoteattr",
        "ctypes.addressof",  # where the filter of a door stands: bytes of our own
        "ctypes.create_string_buffer",
    }


def of_re(call) -> bool:
    """Whether it is re.compile."""
    return getattr(getattr(call.func, "value", None), "id", "") == "re"


def test_programs_are_started_by_words_of_our_own_and_without_a_shell():
    starts = importers("subprocess") | {
        file for file, name, _ in calls() if name in ("system", "popen", "execv", "spawnv")
    }
    assert starts == {"records/backup/postgres.py"}
    assert not [
        file for file, _, call in calls() if any(one.arg == "shell" for one in call.keywords)
    ]


def test_no_statement_is_put_together_from_what_was_sent():
    raw = {"text", "exec_driver_sql", "literal_column", "DDL"}
    given = {
        (file, ast.unparse(call.args[0]))
        for file, name, call in calls()
        if file.startswith(("records/", "web/"))
        and call.args
        and not is_constant(call.args[0])
        and (name in raw or (name == "execute" and isinstance(call.args[0], ast.JoinedStr)))
    }
    assert given == {  # pragmas and transactions: lists of our own, and numbers
        ("records/connections.py", "f'PRAGMA {pragma}'"),
        ("records/connections.py", "words"),
        ("records/backup/sqlite.py", "f'PRAGMA {pragma}'"),
        ("records/engine.py", "f'PRAGMA busy_timeout={patience}'"),
        ("records/rotation.py", "contents"),  # of a letter: no statement
    }


def test_patterns_are_our_own():
    asked = {
        (file, ast.unparse(call.args[0]))
        for file, _, call in calls()
        if of_re(call) and call.args and not is_constant(call.args[0])
    }
    assert asked == set()


def test_chance_is_the_systems_but_where_people_are_made_up():
    assert all(file.startswith(PLAYS) for file in importers("random"))
    assert not importers("uuid", "numpy")


def test_there_is_one_cipher_and_one_hash_and_no_key_in_the_source():
    assert {module for _, module in imports() if module.startswith("cryptography")} == {
        "cryptography.exceptions.InvalidTag",
        "cryptography.hazmat.primitives.ciphers.aead.AESGCM",
        "cryptography.hazmat.primitives.hashes.SHA256",
        "cryptography.hazmat.primitives.kdf.hkdf.HKDF",
        "cryptography.hazmat.primitives.hashes.SHA1",  # RFC 6238: what authenticators reckon by
        "cryptography.hazmat.primitives.twofactor.totp.TOTP",
    }
    assert {file for file, module in imports() if module.endswith("SHA1")} == {"records/factors.py"}
    hashed = {
        node.attr
        for tree in SOURCES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and getattr(node.value, "id", "") == "hashlib"
    }
    assert hashed == {"sha256"}
    long = re.compile(r"[0-9a-fA-F]{64}|[A-Za-z0-9+/]{43}=")
    assert not [
        (file, node.value)
        for file, tree in SOURCES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and long.search(node.value)
    ]


def test_other_machines_are_asked_for_nothing_but_to_take_mail():
    assert importers(*ASKS_ELSEWHERE) == set()
    assert importers("smtplib") == {"post/delivery.py"}
    assert importers("socket") == {
        "commands/run.py",  # whether a port is free
        "web/leaving.py",  # the doors it leaves by
    }


def test_no_script_writes_markup_runs_text_or_listens_to_other_windows():
    banned = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|postMessage"
    )
    banned += r"|addEventListener\(.message|__proto__|setTimeout\(.['\"`]|https?://"
    for file in SCRIPTS:
        assert re.findall(banned, file.read_text("utf-8")) == [], file.name
