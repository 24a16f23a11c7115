#!/usr/bin/env python3
"""The areas of all pairwise intersections of two layers in exact arithmetic: the judge where two engines differ.

usage: exact_overlap.py X.areas Y.areas OUT.csv [X.areas Y.areas OUT.csv ...]

X and Y are dumps as in overlap_oracle.py; areas must be valid. The output has the columns x, y (positions from
0) and area (m2, the nearest double), one row for every pair whose common area is above 0, however small.

A point lies in an area when the number of top sides above it, less the number of bottom sides above it, is 1.
So the product of two areas is the sum over their pairs of sides, each as often as its direction says, of what
lies below both: the integral of the smaller of two linear functions. Nothing is constructed, no case is
special, and with fractions nothing is rounded. The cost is the product of the numbers of sides.

Needs Python alone.
"""

import csv
import struct
import sys
from fractions import Fraction


def read(path):
    """The areas of a dump, each a list of sides (left x, its y, right x, its y, direction)."""
    with open(path, "rb") as file:
        data = file.read()
    areas, place = [], 0
    while place < len(data):
        (length,) = struct.unpack_from("<q", data, place)
        place += 8
        areas.append(sides(data[place : place + length]) if length else [])
        place += length
    return areas


def sides(wkb):
    order, kind, polygons = struct.unpack_from("<BII", wkb)
    if order != 1 or kind != 6:
        sys.exit("an area is not a little-endian multipolygon")
    place, found = 9, []
    for _ in range(polygons):
        (rings,) = struct.unpack_from("<5xI", wkb, place)
        place += 9
        for number in range(rings):
            (count,) = struct.unpack_from("<I", wkb, place)
            numbers = struct.unpack_from(f"<{2 * count}d", wkb, place + 4)
            place += 4 + 16 * count
            ring = [(Fraction(x), Fraction(y)) for x, y in zip(numbers[::2], numbers[1::2])]
            twice = sum(p[0] * q[1] - p[1] * q[0] for p, q in zip(ring, ring[1:]))
            # With the interior on the left a side that runs left has it below.
            turn = 1 if (twice > 0) == (number == 0) else -1
            for p, q in zip(ring, ring[1:]):
                if p[0] > q[0]:
                    found.append((*q, *p, turn))
                elif p[0] < q[0]:
                    found.append((*p, *q, -turn))
    return found


def box(area):
    return (
        min(s[0] for s in area), min(min(s[1], s[3]) for s in area),
        max(s[2] for s in area), max(max(s[1], s[3]) for s in area),
    )  # fmt: skip


def height(side, x):
    left, low, right, high, _ = side
    return low + (high - low) * (x - left) / (right - left)


def common(a, b):
    """The area that two areas share."""
    total = Fraction(0)
    for e in a:
        for f in b:
            left, right = max(e[0], f[0]), min(e[2], f[2])
            if left >= right:
                continue
            e1, e2, f1, f2 = height(e, left), height(e, right), height(f, left), height(f, right)
            d1, d2 = e1 - f1, e2 - f2
            below = min(e1, f1) + min(e2, f2)
            if d1 * d2 < 0:
                # Between the ends the sides change places, which takes a triangle off on either side of there.
                below += abs(d1 * d2 / (d1 - d2))
            total += e[4] * f[4] * below * (right - left) / 2
    return total


def main(arguments):
    for x_path, y_path, out_path in zip(arguments[::3], arguments[1::3], arguments[2::3]):
        x, y = read(x_path), read(y_path)
        x_boxes, y_boxes = ([box(area) if area else None for area in layer] for layer in (x, y))
        with open(out_path, "w", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["x", "y", "area"])
            for i, a in enumerate(x_boxes):
                for j, b in enumerate(y_boxes):
                    if not a or not b or a[0] >= b[2] or b[0] >= a[2] or a[1] >= b[3] or b[1] >= a[3]:
                        continue
                    area = common(x[i], y[j])
                    if area < 0:
                        sys.exit(f"{x_path}, {y_path}: area {i} or {j} is not valid")
                    if area > 0:
                        writer.writerow([i, j, repr(float(area))])


if __name__ == "__main__":
    if len(sys.argv) < 4 or len(sys.argv) % 3 != 1:
        sys.exit(__doc__)
    main(sys.argv[1:])
