#!/usr/bin/env python3
"""Checks a result of `footprint overlap` pair by pair against Shapely; exit status 1 when they differ.

usage: check_overlap.py RESULT.json X Y

RESULT.json is what `footprint overlap X Y --weights area --keep-slivers --format json` wrote. X and Y are read
by GDAL, projected by pyproj with the operation that the result names, and repaired where invalid as the product
does; nothing is rounded. Areas above 10,000 m2 may differ by 1e-6 of themselves, smaller ones by 0.1 m2, and a
pair that only one side has counts as 0 on the other. The worst pairs are listed, in parts of what is allowed,
with the mean width that identifies slivers.

Needs Shapely 2, pyogrio and pyproj.
"""

import json
import sys
import warnings

import numpy
import pyogrio
import pyproj
import shapely

FLOOR, RELATIVE, ABSOLUTE = 1e4, 1e-6, 0.1


def projected(areas, source, target, operation):
    """The areas in the target system, by the operation with a name."""
    if operation == "none":
        return areas
    # The name begins with the exchange of axes where the source has latitude first; here it never does.
    wanted = operation.removeprefix("axis order change (2D) + ")
    # It says that there are better ones with grids, but the operation is not this script's choice.
    warnings.simplefilter("ignore", UserWarning)
    group = pyproj.transformer.TransformerGroup(source, target, always_xy=True)
    chosen = [t for t in group.transformers if t.description.removeprefix("axis order change (2D) + ") == wanted]
    if not chosen:
        sys.exit(f"pyproj does not know {operation!r}: {[t.description for t in group.transformers]}")
    x, y = chosen[0].transform(*shapely.get_coordinates(areas).T)
    return shapely.set_coordinates(areas, numpy.column_stack([x, y]))


def read(path, facts, target):
    """Codes and valid areas of a layer."""
    info, _, wkb, fields = pyogrio.raw.read(path, columns=[facts["code_field"]])
    areas, codes = shapely.from_wkb(wkb), fields[0]
    kept = ~(shapely.is_missing(areas) | shapely.is_empty(areas))
    areas, codes = areas[kept], codes[kept]
    if len(set(codes)) < len(codes):
        sys.exit(f"{path}: codes repeat, which this check does not know how to take")
    areas = projected(areas, info["crs"], target, facts["operation"])
    bad = ~shapely.is_valid(areas)
    areas[bad] = shapely.make_valid(areas[bad], method="structure", keep_collapsed=False)
    print(f"{path}: {len(areas)} areas, {len(shapely.get_coordinates(areas))} vertices, {bad.sum()} repaired")
    return codes, areas


def main(result_path, x_path, y_path):
    with open(result_path) as file:
        result = json.load(file)
    provenance = result["provenance"]
    target = provenance["working_crs"]["definition"]
    # A layer against itself is listed once.
    layers = [facts for facts in provenance["inputs"] if "code_field" in facts]
    x_codes, x = read(x_path, layers[0], target)
    y_codes, y = read(y_path, layers[-1], target)
    left, right = shapely.STRtree(y).query(x, predicate="intersects")
    expected, widths = {}, {}
    # In stretches, so that not all intersections are in memory at once.
    for stretch in numpy.array_split(numpy.arange(len(left)), len(left) // 4096 + 1):
        pieces = shapely.intersection(x[left[stretch]], y[right[stretch]])
        for i, area, length in zip(stretch, shapely.area(pieces), shapely.length(pieces)):
            if area > 0:
                pair = (x_codes[left[i]], y_codes[right[i]])
                expected[pair], widths[pair] = area, 2 * area / length
    found = {(p["x_code"], p["y_code"]): p["area_m2"] for p in result["results"]["pairs"]}

    rows = []
    for pair in found.keys() | expected.keys():
        ours, theirs = found.get(pair, 0.0), expected.get(pair, 0.0)
        allowed = RELATIVE * theirs if theirs > FLOOR else ABSOLUTE
        rows.append((abs(ours - theirs) / allowed, pair, ours, theirs))
    rows.sort(reverse=True)
    beyond = sum(row[0] > 1 for row in rows)
    large = max((abs(a - b) / b for _, _, a, b in rows if b > FLOOR), default=0)
    small = max((abs(a - b) for _, _, a, b in rows if b <= FLOOR), default=0)
    print(f"{len(found)} pairs, Shapely {len(expected)}", end="; ")
    print(f"only here {len(found.keys() - expected.keys())}, only there {len(expected.keys() - found.keys())}")
    print(f"largest difference {large:.3g} of areas above {FLOOR:.0f} m2, {small:.3g} m2 below")
    print(f"{beyond} pairs beyond the tolerance; the worst:")
    for share, pair, ours, theirs in rows[:10]:
        print(f"  {share:.3g} of it: {pair[0]} {pair[1]} {ours!r} m2, Shapely {float(theirs)!r} m2,", end=" ")
        print(f"mean width {widths.get(pair, 0):.3g} m")
    return 1 if beyond or not expected else 0


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))
