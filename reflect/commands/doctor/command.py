"""`reflect doctor`: all that an instance stands on, looked at; a line each, and what to do."""

import argparse
import json
from collections.abc import Iterator
from datetime import datetime

from reflect.commands import posting
from reflect.commands.doctor import kept, machine
from reflect.commands.doctor.finding import Finding, told
from reflect.config import Config, ConfigFault, read_config
from reflect.language import now
from reflect.post import trouble
from reflect.records import condition

SUMMARY = "look at all that an instance stands on, and say what to do; changes nothing"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what it takes."""
    parser.add_argument("--format", choices=("text", "json"), default="text")


def run(args: argparse.Namespace) -> int:
    """1 when anything needs doing."""
    findings = []
    for finding in examine(now()):
        findings.append(finding)
        if args.format == "text":
            print(finding.line, flush=True)  # the mail server may take its time
    is_well = all(one.is_well for one in findings)
    if args.format == "json":
        found = [one.to_json() for one in findings]
        print(json.dumps({"is_well": is_well, "findings": found}, indent=2))
    return 0 if is_well else 1


def examine(at: datetime) -> Iterator[Finding]:
    """Every finding, in the order in which one would mend things."""
    try:
        config = read_config()
    except ConfigFault as fault:
        yield Finding("settings", str(fault), "Change it in config.py or the environment.")
        return
    yield Finding("settings", "They can be.")
    yield machine.address(config)
    yield machine.proxies(config)
    yield told(condition.names(are_there=config.is_named))
    yield from _mail(config)
    yield machine.folder(config)
    if machine.is_ours(config):  # in another's folder our files would keep the app from its own
        yield told(condition.disk(config.instance))
        yield machine.clock(config, at)
        yield from kept.copies(config, at)
        yield from kept.look(config, at)


def _mail(config: Config) -> Iterator[Finding]:
    """Whether the mail server lets us in; nothing is sent."""
    if config.sends_mail:
        where = f"{config.mail_host}:{config.mail_port} by {config.mail_security}"
        why = trouble(posting.server(config))
        yield Finding("mail server", f"{where}: {why or 'it lets us in.'}", CALL if why else "")


CALL = "See what REFLECT_MAIL_* says, and whether the mail server runs."
