"""The documents as a site: `make docs` builds it with Sphinx, and stops at any warning."""
# ruff: noqa: INP001 - Sphinx reads this file by itself

import gc
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE))
gc.disable()  # a build ends within seconds; a fifth of them went to looking for garbage

project = "Reflect"
language = "en"
extensions = ["myst_parser", "contents", "links", "tables"]
nitpicky = True

# The Markdown stays where a code host shows it, so the source is the whole repository.
root_doc = "docs/index"
include_patterns = ["*.md", "docs/**.md"]
exclude_patterns = ["docs/_build"]
exclude_patterns += [each.name for each in ROOT.iterdir() if each.is_dir() and each.name != "docs"]
highlight_language = "none"  # what says no language is no code
myst_heading_anchors = 3  # named as a code host names them
myst_links_external_new_tab = False

html_theme = "furo"
html_title = "Reflect"
templates_path = [str(HERE / "templates")]
html_static_path = [str(HERE / "static"), str(ROOT / "reflect/web/static/fonts")]
html_css_files = ["site.css"]
html_favicon = str(ROOT / "reflect/web/static/icons/reflect.svg")
html_extra_path = [str(HERE / "front")]  # the door: it leads to the first page
html_copy_source = False
html_show_copyright = False
html_use_index = False
html_domain_indices = False
html_theme_options = {
    "light_css_variables": {
        "color-brand-primary": "#0f5f66",
        "color-brand-content": "#0f5f66",
        "color-brand-visited": "#0a474d",
        "color-background-primary": "#fffdf9",
        "color-background-secondary": "#f8f4ec",
        "color-background-border": "#e2dacb",
        "color-foreground-primary": "#21292b",
        "color-foreground-secondary": "#545e5d",
    },
    "dark_css_variables": {
        "color-brand-primary": "#82cbca",
        "color-brand-content": "#82cbca",
        "color-brand-visited": "#b1e2e0",
        "color-background-primary": "#151b1c",
        "color-background-secondary": "#1d2526",
        "color-background-border": "#343f40",
        "color-foreground-primary": "#ebe7de",
        "color-foreground-secondary": "#adb5b3",
    },
}
linkcheck_timeout = 20  # seconds; only for who asks: make docs links=outside
