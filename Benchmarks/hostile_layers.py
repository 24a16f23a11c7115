#!/usr/bin/env python3
"""Writes pairs of layers of one area each that cost overlays the most, for docs/performance.md.

usage: hostile_layers.py FOLDER [TEETH [RAYS]]

comb1 and comb2.geojson: combs of TEETH (1,000) teeth across each other, whose common parts are TEETH squared squares.
star1 and star2.geojson: stars of RAYS (50,000) rays around one point, a quarter of a ray apart.
"""

import json
import math
import sys


def degrees(x, y):
    """A position in metres, about, from a place in England."""
    return [round(-1 + x * 1.6e-5, 9), round(52 + y * 1e-5, 9)]


def write(path, ring):
    feature = {
        "type": "Feature",
        "properties": {"code": "A"},
        "geometry": {"type": "Polygon", "coordinates": [[degrees(*p) for p in ring]]},
    }
    with open(path, "w") as file:
        json.dump({"type": "FeatureCollection", "features": [feature]}, file)


def comb(teeth):
    ring = [(0, -1), (2 * teeth - 1, -1)]
    for k in range(teeth - 1, -1, -1):
        ring += [(2 * k + 1, 2 * teeth + 2), (2 * k, 2 * teeth + 2)]
        if k > 0:
            ring += [(2 * k, 0), (2 * k - 1, 0)]
    return ring + [ring[0]]


def star(rays, turn):
    ring = []
    for k in range(rays):
        for part, radius in ((0, 10_000), (0.5, 10)):
            angle = 2 * math.pi * (k + part + turn) / rays
            ring.append((radius * math.cos(angle), radius * math.sin(angle)))
    return ring + [ring[0]]


def main(folder, teeth=1000, rays=50_000):
    write(f"{folder}/comb1.geojson", comb(int(teeth)))
    write(f"{folder}/comb2.geojson", [(y, x) for x, y in reversed(comb(int(teeth)))])
    write(f"{folder}/star1.geojson", star(int(rays), 0))
    write(f"{folder}/star2.geojson", star(int(rays), 0.25))


if __name__ == "__main__":
    if not 2 <= len(sys.argv) <= 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
