#!/usr/bin/env python3
"""Which areas do not fit those beside them, by Shapely's coverage_invalid_edges; their overlaps, and the holes of their union.

usage: coverage_oracle.py GAP_WIDTH X Y OUT.csv [X Y OUT.csv ...]

X holds the areas of a layer in the tests' own dump (.areas, see overlap_oracle.py); Y is not read. The output has a row for
every area that has an invalid edge (JTS's CoverageValidator with that gap width, in metres), x being its position, and a last
row with x = -1 and the total size of the holes of the areas' union in m2.

Needs Shapely 2.1; its wheels carry a GEOS of their own.
"""

import csv
import sys

import areas_dump
import numpy
import shapely


def main(gap_width, x_path, out_path):
    x = numpy.array([shapely.from_wkb(wkb) for wkb in areas_dump.records(x_path)])
    edges = shapely.coverage_invalid_edges(x, gap_width=gap_width)
    union = shapely.unary_union(x)
    holes = sum(
        shapely.Polygon(ring).area for part in shapely.get_parts(union) for ring in part.interiors
    )
    with open(out_path, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["x", "y", "area"])
        for position, edge in enumerate(edges):
            if not edge.is_empty:
                writer.writerow([position, position, 0])
        for one, other in sorted(map(tuple, shapely.STRtree(x).query(x).T)):
            if one < other:
                area = shapely.intersection(x[one], x[other]).area
                if area > 1e-6:
                    writer.writerow([one, other, repr(float(area))])
        writer.writerow([-1, -1, repr(float(holes))])


if __name__ == "__main__":
    if len(sys.argv) < 5 or len(sys.argv) % 3 != 2:
        sys.exit(__doc__)
    for i in range(2, len(sys.argv), 3):
        main(float(sys.argv[1]), sys.argv[i], sys.argv[i + 2])
