"""A document as an answer: to be kept by whoever asked, and by nobody on the way."""

from flask import Response

from reflect.reports import Document


def download(document: Document) -> Response:
    """The file, under its own name; names come from the server alone, so they are plain."""
    answer = Response(document.body, mimetype=document.media_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{document.name}"'
    return answer
