#!/usr/bin/env python3
"""Draws northmere.svg, the map in the README, from Boundaries/region. No packages needed."""
import json
import math
import pathlib

here = pathlib.Path(__file__).resolve().parent
region = here.parent.parent / "Boundaries" / "region"


def layer(name):
    return json.loads((region / f"{name}.geojson").read_text())["features"]


def rings(feature):
    geometry = feature["geometry"]
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    return [ring for polygon in polygons for ring in polygon]


authorities, groups, trusts = layer("utla"), layer("ccg"), layer("trust")
everything = [p for f in authorities for ring in rings(f) for p in ring]
west, east = min(p[0] for p in everything), max(p[0] for p in everything)
south, north = min(p[1] for p in everything), max(p[1] for p in everything)
width = 760.0
shrink = math.cos(math.radians((south + north) / 2))
scale = (width - 40) / ((east - west) * shrink)
height = (north - south) * scale + 40


def place(p):
    return (p[0] - west) * shrink * scale + 20, (north - p[1]) * scale + 20


def path(feature):
    parts = []
    for ring in rings(feature):
        parts.append("M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in map(place, ring[:-1])) + "Z")
    return "".join(parts)


def middle(feature):
    """The centre of the largest ring."""
    def area(ring):
        return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:])) / 2

    ring = max(rings(feature), key=lambda r: abs(area(r)))
    total = area(ring)
    x = sum((a[0] + b[0]) * (a[0] * b[1] - b[0] * a[1]) for a, b in zip(ring, ring[1:])) / (6 * total)
    y = sum((a[1] + b[1]) * (a[0] * b[1] - b[0] * a[1]) for a, b in zip(ring, ring[1:])) / (6 * total)
    return place((x, y))


colours = ["#cfe3d4", "#f3e2c0", "#d6def0", "#f0d3d0"]
out = [
    f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height + 70:.0f}" font-family="sans-serif">',
    "<title>The fictional region: four local authorities, six clinical commissioning groups, one trust</title>",
    '<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<line x1="0" y1="0" x2="0" y2="7" stroke="#8a2b57" stroke-width="1.6" stroke-opacity="0.55"/></pattern></defs>',
    f'<rect width="{width:.0f}" height="{height + 70:.0f}" fill="#f4f8fb"/>',
]
for feature, colour in zip(authorities, colours):
    out.append(f'<path d="{path(feature)}" fill="{colour}" fill-rule="evenodd"/>')
trust = next(f for f in trusts if f["properties"]["trust_code"] == "XT1")
out.append(f'<path d="{path(trust)}" fill="url(#hatch)" fill-rule="evenodd" stroke="#8a2b57" stroke-width="2"/>')
for feature in groups:
    out.append(f'<path d="{path(feature)}" fill="none" stroke="#555" stroke-width="1" stroke-dasharray="4 3"/>')
for feature in authorities:
    out.append(f'<path d="{path(feature)}" fill="none" stroke="#222" stroke-width="1.6"/>')
for feature in authorities:
    x, y = middle(feature)
    name = feature["properties"]["utla_name"]
    out.append(
        f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="middle" font-size="15" font-weight="bold" fill="#111" '
        f'stroke="#fff" stroke-width="3" paint-order="stroke">{name}</text>')
for index, (sample, words) in enumerate([
    ('stroke="#222" stroke-width="1.6"', "local authority, with its Better Care Fund plan"),
    ('stroke="#555" stroke-width="1" stroke-dasharray="4 3"', "clinical commissioning group"),
    ('stroke="#8a2b57" stroke-width="2"', "catchment of Northmere University Hospitals"),
]):
    y = height + 12 + 20 * index
    out.append(f'<line x1="20" y1="{y:.0f}" x2="56" y2="{y:.0f}" {sample}/>')
    out.append(f'<text x="66" y="{y + 5:.0f}" font-size="13" fill="#111">{words}</text>')
out.append("</svg>")
(here / "northmere.svg").write_text("\n".join(out) + "\n")
