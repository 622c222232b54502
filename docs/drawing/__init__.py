"""How the pictures in the documents are drawn; `docs/sample.py` draws them all."""
