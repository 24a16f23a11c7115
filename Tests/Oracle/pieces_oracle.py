#!/usr/bin/env python3
"""Checks the pieces of two layers with Shapely: valid, where they should be, and a coverage.

usage: pieces_oracle.py TOLERANCE (X Y PIECES PAIRS KIND) ...

X, Y and PIECES are the tests' own dump (.areas); PAIRS is a CSV with a row x,y for each piece: positions from 0, one of
them empty for what is left over of the other layer. KIND is coverage where no areas of a layer overlap each other, else
layers. TOLERANCE is how far a border may have moved, in the unit of the
coordinates. What is wrong is printed, a line each, and the status is then 1.

A piece must be valid, and what it and the oracle's have not in common at most a millionth of it, or a strip along its
border as wide as the tolerance. All pieces of a coverage must be one together (shapely.coverage_is_valid).
"""

import csv
import sys

import areas_dump
import numpy
import shapely


def read(path):
    empty = shapely.MultiPolygon()
    areas = [shapely.from_wkb(wkb) if wkb else empty for wkb in areas_dump.records(path)]
    return numpy.array(areas, dtype=object)


def faults(x, y, pieces, pairs, kind, tolerance):
    unions = shapely.unary_union(x), shapely.unary_union(y)
    for piece, (i, j) in zip(pieces, pairs):
        if not piece.is_valid:
            yield f"{i},{j}: {shapely.is_valid_reason(piece)}"
            continue
        if j == "":
            expected = x[int(i)].difference(unions[1])
        elif i == "":
            expected = y[int(j)].difference(unions[0])
        else:
            expected = x[int(i)].intersection(y[int(j)])
        difference = expected.symmetric_difference(piece).area
        allowed = 1e-6 * expected.area + tolerance * (expected.length + piece.length)
        if difference > allowed:
            yield f"{i},{j}: {difference} of {expected.area} differs"
    polygons = pieces[~shapely.is_empty(pieces)]
    if kind == "coverage" and not shapely.coverage_is_valid(polygons):
        edges = shapely.coverage_invalid_edges(polygons)
        yield f"no coverage: {[e.wkt for e in edges if not e.is_empty][:3]}"


def main(tolerance, files):
    found = False
    for x, y, pieces, pairs, kind in zip(*[iter(files)] * 5):
        with open(pairs, newline="") as file:
            rows = list(csv.reader(file))
        for fault in faults(read(x), read(y), read(pieces), rows, kind, tolerance):
            print(f"{pieces}: {fault}")
            found = True
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main(float(sys.argv[1]), sys.argv[2:])
