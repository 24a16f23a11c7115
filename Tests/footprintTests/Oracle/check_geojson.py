"""Checks a file of overlap pieces against RFC 7946 and reads it with GDAL (pyogrio) and geopandas.

Usage: check_geojson.py PIECES.geojson PAIRS.csv
"""

import csv
import json
import re
import sys

import geopandas
import pyogrio


def signed_area(ring):
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:])) / 2


def check_bbox(bbox, positions, where):
    assert len(bbox) == 4, f"{where}: bbox has {len(bbox)} numbers"
    xs, ys = [p[0] for p in positions], [p[1] for p in positions]
    actual = [min(xs), min(ys), max(xs), max(ys)]
    # Rounding may take away a vertex that stood at the edge.
    assert all(abs(a - b) <= 2e-7 for a, b in zip(bbox, actual)), f"{where}: bbox {bbox} is not {actual}"


def check_feature(feature, where):
    assert feature["type"] == "Feature", where
    assert isinstance(feature["properties"], dict), where
    geometry = feature["geometry"]
    if geometry is None:
        # Nothing is left of it once polygons of less than a square metre are left out.
        assert "bbox" not in feature and feature["properties"]["area_m2"] < 50, where
        return []
    assert geometry["type"] in ("Polygon", "MultiPolygon"), where
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    assert polygons, where
    positions = []
    for polygon in polygons:
        for index, ring in enumerate(polygon):
            assert len(ring) >= 4 and ring[0] == ring[-1], f"{where}: ring is short or open"
            assert (signed_area(ring) > 0) == (index == 0), f"{where}: ring runs the wrong way round"
            assert all(len(p) == 2 and -180 <= p[0] <= 180 and -90 <= p[1] <= 90 for p in ring), where
            positions += ring
    check_bbox(feature["bbox"], positions, where)
    return positions


def main(pieces, pairs):
    with open(pieces, encoding="utf-8") as file:
        text = file.read()
    collection = json.loads(text)
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection, "RFC 7946 has no crs member"
    positions = []
    for index, feature in enumerate(collection["features"]):
        positions += check_feature(feature, f"feature {index}")
    check_bbox(collection["bbox"], positions, "collection")
    for number in re.findall(r"\[(-?[0-9.]+), (-?[0-9.]+)\]", text):
        for value in number:
            assert len(value.partition(".")[2]) <= 7, f"{value} has more than seven decimals"

    with open(pairs, encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file) if float(r["area_m2"]) > 0]
    keys = [(r["x_code"], r["y_code"]) for r in rows]
    found = [f["properties"] for f in collection["features"]]
    assert keys == [(p["x_code"] or "", p["y_code"] or "") for p in found]
    assert any(not x or not y for x, y in keys), "what is left over is not among the features"

    through_gdal = pyogrio.read_dataframe(pieces)
    through_geopandas = geopandas.read_file(pieces)
    for frame in (through_gdal, through_geopandas):
        assert len(frame) == len(rows), f"{len(frame)} features, {len(rows)} rows"
        assert frame.crs.to_epsg() == 4326, frame.crs
        shapes = frame.geometry[~frame.geometry.isna()]
        assert shapes.is_valid.all(), shapes.is_valid_reason()
        areas = frame.to_crs(27700).area.fillna(0)
        for row, area in zip(rows, areas):
            expected = float(row["area_m2"])
            assert abs(area - expected) <= max(5, 1e-3 * expected), (row["x_code"], row["y_code"], area, expected)
    print(f"{len(rows)} pieces agree")


if __name__ == "__main__":
    main(*sys.argv[1:])
