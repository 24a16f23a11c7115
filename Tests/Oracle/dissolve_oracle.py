#!/usr/bin/env python3
"""The union of areas by Shapely, compared with one that was made otherwise.

usage: dissolve_oracle.py X Y OUT.csv [X Y OUT.csv ...]

X holds the areas of a group, Y their union as one area, both in the tests' own dump (.areas, see overlap_oracle.py). The
output has two rows: x is 0 for unary_union, 1 for coverage_union, which takes on trust that areas do not overlap; y is 1
if Y is valid and has as many polygons and rings, else 0; area is that of the symmetric difference in m2, perimeter the
difference of the perimeters in m.

Needs Shapely 2; its wheels carry a GEOS of their own.
"""

import csv
import sys

import areas_dump
import shapely


def polygons(geometry):
    return [p for p in shapely.get_parts(geometry) if p.geom_type == "Polygon" and p.area > 0]


def shape(geometry):
    parts = polygons(geometry)
    return len(parts), sum(len(p.interiors) for p in parts)


def coverage_union(areas):
    try:
        return shapely.coverage_union_all(areas)
    except shapely.errors.GEOSException:
        return shapely.MultiPolygon()  # Some overlaps it notices.


def main(x_path, y_path, out_path):
    x = [shapely.from_wkb(wkb) for wkb in areas_dump.records(x_path) if wkb]
    y = [shapely.from_wkb(wkb) for wkb in areas_dump.records(y_path) if wkb]
    made = y[0] if y else shapely.MultiPolygon()
    with open(out_path, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["x", "y", "area", "perimeter"])
        for number, union in enumerate((shapely.unary_union(x), coverage_union(x))):
            # A union that is wrong may be invalid, and then has no difference.
            usable = union if union.is_valid else shapely.make_valid(union)
            difference = shapely.symmetric_difference(usable, made).area
            same = made.is_valid and shape(union) == shape(made)
            writer.writerow([number, int(same), repr(difference), repr(abs(union.length - made.length))])


if __name__ == "__main__":
    if len(sys.argv) < 4 or len(sys.argv) % 3 != 1:
        sys.exit(__doc__)
    for i in range(1, len(sys.argv), 3):
        main(*sys.argv[i : i + 3])
