#!/usr/bin/env python3
"""The agreement of the borders of pairs of layers by Shapely: an oracle for BoundaryAgreement.

usage: border_oracle.py DISTANCE STEP X Y OUT.csv [X Y OUT.csv ...]

X and Y are the tests' own dumps (see areas_dump.py). The border of a layer is the union of the boundaries of its areas.
OUT has one row for X's border against Y's, one for the other way round: the length of the border, the length of it in the
other's buffer of DISTANCE metres (a circle of 128 corners), mean and largest distance of points at most STEP metres apart
along it, each standing for the piece whose middle it is.
"""

import csv
import sys

import areas_dump
import numpy
import shapely


def border(path):
    areas = [shapely.from_wkb(wkb) for wkb in areas_dump.records(path) if wkb]
    return shapely.unary_union(shapely.boundary(areas))


def segments(lines):
    for line in shapely.get_parts(lines):
        points = shapely.get_coordinates(line)
        yield from zip(points[:-1], points[1:])


def row(own, other, distance, step):
    points, weights = [], []
    for a, b in segments(own):
        length = float(numpy.hypot(*(b - a)))
        count = max(1, int(numpy.ceil(length / step)))
        parts = (numpy.arange(count) + 0.5) / count
        points.append(a + parts[:, None] * (b - a))
        weights.append(numpy.full(count, length / count))
    points, weights = numpy.concatenate(points), numpy.concatenate(weights)
    shapely.prepare(other)
    distances = shapely.distance(shapely.points(points), other)
    near = shapely.intersection(own, shapely.buffer(other, distance, quad_segs=32)).length
    return [own.length, near, (distances * weights).sum() / weights.sum(), distances.max()]


def main(distance, step, paths):
    for x_path, y_path, out_path in zip(paths[::3], paths[1::3], paths[2::3]):
        x, y = border(x_path), border(y_path)
        with open(out_path, "w", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["length", "within", "mean", "largest"])
            for own, other in ((x, y), (y, x)):
                writer.writerow([repr(float(value)) for value in row(own, other, distance, step)])


if __name__ == "__main__":
    if len(sys.argv) < 6 or len(sys.argv) % 3 != 0:
        sys.exit(__doc__)
    main(float(sys.argv[1]), float(sys.argv[2]), sys.argv[3:])
