"""The parts of the personal report, one file a part: an outcome in, parts out."""
