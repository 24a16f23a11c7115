"""Writes a polygon layer as the flat file that kernel-benchmark reads.

    dump_layer.py LAYER OUT.bin

LAYER is anything pyogrio reads; it is projected to EPSG:27700. The file holds, little-endian and 8 bytes
wide: the counts of areas, polygons, rings and coordinates; the offsets of areas, polygons and rings; x and y
of every vertex.
"""
import sys

import numpy as np
import pyogrio
import shapely


def main(source, target):
    frame = pyogrio.read_dataframe(source, columns=[])
    if frame.crs is not None and frame.crs.to_epsg() != 27700:
        frame = frame.to_crs(27700)
    areas = [shapely.MultiPolygon() if g is None else shapely.MultiPolygon([g]) if g.geom_type == "Polygon" else g
             for g in frame.geometry]
    kind, coordinates, (rings, polygons, multi) = shapely.to_ragged_array(np.array(areas, dtype=object))
    assert kind == shapely.GeometryType.MULTIPOLYGON, kind
    with open(target, "wb") as file:
        counts = [len(multi) - 1, len(polygons) - 1, len(rings) - 1, len(coordinates)]
        for values in (counts, multi, polygons, rings):
            np.asarray(values, dtype="<i8").tofile(file)
        np.ascontiguousarray(coordinates[:, :2], dtype="<f8").tofile(file)


main(*sys.argv[1:])
