#!/usr/bin/env python3
"""Which areas of a layer hold each of some points, by Shapely: an oracle for the location of points.

usage: points_oracle.py LAYER.areas POINTS.doubles OUT.csv

LAYER is the tests' own dump (see areas_dump.py), POINTS holds x and y of one point after the other as little-endian
doubles. The output has the columns point, area (positions from 0) and inside: 1 where the area contains the point, 0
where the point is on its border. GEOS decides both by exact predicates.
"""

import csv
import sys

import areas_dump
import numpy
import shapely


def main(layer_path, points_path, out_path):
    areas = numpy.array(
        [shapely.from_wkb(wkb) if wkb else None for wkb in areas_dump.records(layer_path)], dtype=object
    )
    points = shapely.points(numpy.fromfile(points_path, "<f8").reshape(-1, 2))
    tree = shapely.STRtree(areas)
    point, area = tree.query(points, predicate="intersects")
    inside = shapely.contains(areas[area], points[point])
    with open(out_path, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["point", "area", "inside"])
        for i in numpy.lexsort((area, point)):
            writer.writerow([point[i], area[i], int(inside[i])])


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
