#!/usr/bin/env python3
"""The areas of all pairwise intersections of two layers by Shapely: an oracle for the overlap engine.

usage: overlap_oracle.py X Y OUT.csv

X and Y are layers in a projected reference system: GeoJSON or any other file that geopandas reads, or the
tests' own dump (.areas: for each area the length of its WKB as a 64-bit little-endian number, then the WKB; a
length of 0 is an area without geometry), which carries every coordinate to the last bit. The output has the
columns x, y (positions from 0), area (m2) and perimeter (m), one row for every pair whose common area is
above 0, by x and then y, with every digit.

Needs Shapely 2 (and geopandas for files other than .areas); its wheels carry a GEOS of their own.
"""

import csv
import sys

import areas_dump
import numpy
import shapely


def read(path):
    if path.endswith(".areas"):
        areas = [shapely.from_wkb(wkb) if wkb else None for wkb in areas_dump.records(path)]
        return numpy.array(areas, dtype=object)
    import geopandas

    return geopandas.read_file(path).geometry.values


def main(x_path, y_path, out_path):
    x, y = read(x_path), read(y_path)
    for name, areas in ((x_path, x), (y_path, y)):
        bad = [i for i, area in enumerate(areas) if area is not None and not area.is_valid]
        if bad:
            sys.exit(f"{name}: areas {bad[:10]} are invalid: {shapely.is_valid_reason(areas[bad[0]])}")
    tree = shapely.STRtree(y)
    left, right = tree.query(x, predicate="intersects")
    common = shapely.intersection(x[left], y[right])
    # A shared border beside a common area would add its length to the perimeter: only polygons count.
    areas, perimeters = shapely.area(common), numpy.zeros(len(common))
    for i, one in enumerate(common):
        polygons = [p for p in shapely.get_parts(one) if p.geom_type in ("Polygon", "MultiPolygon")]
        perimeters[i] = sum(p.length for p in polygons)
    order = numpy.lexsort((right, left))
    with open(out_path, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["x", "y", "area", "perimeter"])
        for i in order:
            if areas[i] > 0:
                writer.writerow([left[i], right[i], repr(float(areas[i])), repr(float(perimeters[i]))])


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
