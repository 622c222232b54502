"""Releases: what groups were told, the ledger of it, and the closing of a moment."""
