#!/usr/bin/env python3
"""Areas and perimeters of all pairwise intersections of two layers in exact arithmetic: the judge where two
engines differ.

usage: exact_overlap.py X.areas Y.areas OUT.csv [X.areas Y.areas OUT.csv ...]

X and Y are dumps as in overlap_oracle.py; areas must be valid. The output has the columns x, y (positions from
0), area (m2) and perimeter (m), both the nearest doubles, one row for every pair whose common area is above 0,
however small.

A point lies in an area when the number of top sides above it, less the number of bottom sides above it, is 1.
So the product of two areas is the sum over their pairs of sides, each as often as its direction says, of what
lies below both, down to the bottom of the common box: the integral of the smaller of two linear functions.
Nothing is constructed, no case is special, and with fractions nothing is rounded.

The perimeter is the part of either boundary that lies inside the other area, and once what both run along with the
interiors on the same side: every edge is cut where it meets the other boundary, and the middle of each stretch
is located by counting.

The cost is the product of the numbers of edges in the common box. Needs Python alone.
"""

import csv
import struct
import sys
from decimal import Decimal, getcontext
from fractions import Fraction

import areas_dump

getcontext().prec = 60


def read(path):
    """The areas of a dump, each a list of edges (from x, y, to x, y) with the interior on the left."""
    return [edges(wkb) if wkb else [] for wkb in areas_dump.records(path)]


def edges(wkb):
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
            if (twice > 0) != (number == 0):
                ring.reverse()
            found += [(*p, *q) for p, q in zip(ring, ring[1:]) if p != q]
    return found


def box(area):
    x, y = [edge[0] for edge in area], [edge[1] for edge in area]
    return min(x), min(y), max(x), max(y)


def height(edge, x):
    return edge[1] + (edge[3] - edge[1]) * (x - edge[0]) / (edge[2] - edge[0])


def sides(area, west, south, east):
    """The edges in the columns from west to east and not below south: direction, edge, stretch that counts."""
    found = []
    for edge in area:
        left, right = max(min(edge[0], edge[2]), west), min(max(edge[0], edge[2]), east)
        if left >= right or max(edge[1], edge[3]) <= south:
            continue
        low, high = height(edge, left), height(edge, right)
        if max(low, high) <= south:
            continue
        if min(low, high) < south:
            cut = edge[0] + (south - edge[1]) * (edge[2] - edge[0]) / (edge[3] - edge[1])
            left, right = (cut, right) if low < south else (left, cut)
        # With the interior on the left an edge that runs left is a top side.
        found.append((1 if edge[0] > edge[2] else -1, edge, left, right))
    return found


def common_area(a, b, west, south, east):
    others = sorted(sides(b, west, south, east), key=lambda side: side[2])
    total = Fraction(0)
    for sign, edge, first, last in sides(a, west, south, east):
        for other_sign, other, start, end in others:
            if start >= last:
                break
            left, right = max(first, start), min(last, end)
            if left >= right:
                continue
            e1, e2 = height(edge, left) - south, height(edge, right) - south
            f1, f2 = height(other, left) - south, height(other, right) - south
            d1, d2 = e1 - f1, e2 - f2
            below = min(e1, f1) + min(e2, f2)
            if d1 * d2 < 0:
                # Between the ends the sides change places; the smaller one is a triangle higher there.
                below += abs(d1 * d2 / (d1 - d2))
            total += sign * other_sign * below * (right - left) / 2
    return total


def is_inside(x, y, dx, dy, area):
    """Whether a point lies in an area, or on an edge that runs the same way as (dx, dy)."""
    winding = 0
    for px, py, qx, qy in area:
        side = (qx - px) * (y - py) - (qy - py) * (x - px)
        if side == 0 and min(px, qx) <= x <= max(px, qx) and min(py, qy) <= y <= max(py, qy):
            return dx * (qx - px) + dy * (qy - py) > 0
        if (py <= y) != (qy <= y) and (side > 0) == (qy > py):
            winding += 1 if qy > py else -1
    return winding > 0


def length_inside(area, other, shared, counts_common):
    """The length of an area's boundary inside another, and along it where both run the same way."""

    def meets(edge, k):
        return min(edge[k], edge[k + 2]) <= shared[k + 2] and max(edge[k], edge[k + 2]) >= shared[k]

    around = [edge for edge in other if meets(edge, 1)]
    cutting = [edge for edge in around if meets(edge, 0)]
    total = Decimal(0)
    for px, py, qx, qy in (edge for edge in area if meets(edge, 0) and meets(edge, 1)):
        dx, dy = qx - px, qy - py
        cuts, along = {Fraction(0), Fraction(1)}, set()
        for rx, ry, sx, sy in cutting:
            ex, ey = sx - rx, sy - ry
            turn = dx * ey - dy * ex
            if turn:
                t = ((rx - px) * ey - (ry - py) * ex) / turn
                if 0 < t < 1 and 0 <= ((rx - px) * dy - (ry - py) * dx) / turn <= 1:
                    cuts.add(t)
            elif dx * (ry - py) == dy * (rx - px):
                ends = [((x - px) * dx + (y - py) * dy) / (dx * dx + dy * dy) for x, y in ((rx, ry), (sx, sy))]
                cuts.update(t for t in ends if 0 < t < 1)
                along.add((min(ends), max(ends)))
        cuts = sorted(cuts)
        part = Fraction(0)
        for t, u in zip(cuts, cuts[1:]):
            middle = (t + u) / 2
            if not counts_common and any(low < middle < high for low, high in along):
                continue
            if is_inside(px + middle * dx, py + middle * dy, dx, dy, around):
                part += u - t
        if part:
            square = dx * dx + dy * dy
            length = (Decimal(square.numerator) / Decimal(square.denominator)).sqrt()
            total += length * Decimal(part.numerator) / Decimal(part.denominator)
    return total


def main(arguments):
    for x_path, y_path, out_path in zip(arguments[::3], arguments[1::3], arguments[2::3]):
        x, y = read(x_path), read(y_path)
        x_boxes, y_boxes = ([box(area) if area else None for area in layer] for layer in (x, y))
        with open(out_path, "w", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["x", "y", "area", "perimeter"])
            for i, a in enumerate(x_boxes):
                for j, b in enumerate(y_boxes):
                    if not a or not b or a[0] >= b[2] or b[0] >= a[2] or a[1] >= b[3] or b[1] >= a[3]:
                        continue
                    shared = (max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3]))
                    area = common_area(x[i], y[j], *shared[:3])
                    if area < 0:
                        sys.exit(f"{x_path}, {y_path}: area {i} or {j} is not valid")
                    if area > 0:
                        length = length_inside(x[i], y[j], shared, True)
                        length += length_inside(y[j], x[i], shared, False)
                        writer.writerow([i, j, repr(float(area)), repr(float(length))])


if __name__ == "__main__":
    if len(sys.argv) < 4 or len(sys.argv) % 3 != 1:
        sys.exit(__doc__)
    main(sys.argv[1:])
