"""Reads what the tests dump: for each area the length of its WKB as eight bytes, and the WKB. Needs Python alone."""

import struct


def records(path):
    """The WKB of every area; empty for one without geometry."""
    with open(path, "rb") as file:
        data = file.read()
    place = 0
    while place < len(data):
        (length,) = struct.unpack_from("<q", data, place)
        place += 8
        yield data[place : place + length]
        place += length
