"""Reflect: a mirror for professionals in youth protection, from definition to report."""
