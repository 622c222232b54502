"""What `reflect simulate` found, gathered: in lines for a terminal, as a page, as JSON."""

from reflect.commands.findings.findings import Findings
from reflect.commands.findings.lines import lines
from reflect.commands.findings.page import page

__all__ = ["Findings", "lines", "page"]
