"""Compares what footprint convert wrote with what it read, as GDAL (pyogrio), geopandas and SQLite see them.

Usage: check_convert.py write FOLDER        makes input files with GDAL
       check_convert.py compare ORIGINAL CONVERTED [EPSG]
"""

import json
import sqlite3
import sys
import warnings

import geopandas
import numpy
import pandas
import pyogrio
import shapely

# Whatever GDAL warns about is a fault of the file.
warnings.simplefilter("error")


def frame(path):
    layer = None
    if "#" in path:
        path, layer = path.split("#")
    return geopandas.read_file(path, layer=layer) if layer else geopandas.read_file(path)


def compare(original, converted, epsg):
    a, b = frame(original), frame(converted)
    if epsg:
        a = a.to_crs(int(epsg))
    assert len(a) == len(b), f"{len(a)} features became {len(b)}"
    tolerance = 1e-3 if epsg else 0.0
    for index, (p, q) in enumerate(zip(a.geometry, b.geometry)):
        if p is None or q is None:
            assert p is None and q is None, f"feature {index}: {p} became {q}"
            continue
        assert p.geom_type == q.geom_type, f"feature {index}: {p.geom_type} became {q.geom_type}"
        assert p.has_z == q.has_z, f"feature {index}: heights"
        p, q = shapely.get_coordinates(p.normalize(), include_z=p.has_z), shapely.get_coordinates(
            q.normalize(), include_z=q.has_z
        )
        assert p.shape == q.shape and numpy.nanmax(numpy.abs(p - q), initial=0) <= tolerance, f"feature {index}"
    for name in a.columns.drop("geometry"):
        assert name in b.columns, f"no column {name}, only {list(b.columns)}"
        p, q = a[name], b[name]
        if pandas.api.types.is_datetime64_any_dtype(p) or pandas.api.types.is_datetime64_any_dtype(q):
            p, q = pandas.to_datetime(p, utc=True), pandas.to_datetime(q, utc=True)
        same = (p == q) | (p.isna() & q.isna())
        # A list or object is compared as JSON.
        for index in numpy.flatnonzero(~same.to_numpy()):
            assert plain(p.iloc[index]) == plain(q.iloc[index]), f"{name}: {p.iloc[index]!r} became {q.iloc[index]!r}"
    if converted.endswith(".gpkg"):
        check_package(converted, b)
    print("agree")


def plain(value):
    try:
        return json.loads(value) if isinstance(value, str) else json.loads(json.dumps(value, default=str))
    except ValueError:
        return value


def check_package(path, table):
    """What GDAL does not look at: pages, foreign keys, the index and the extent."""
    base = sqlite3.connect(path)
    assert base.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert base.execute("PRAGMA foreign_key_check").fetchall() == []
    name, column = base.execute("SELECT table_name, column_name FROM gpkg_geometry_columns").fetchone()
    index = f"rtree_{name}_{column}"
    assert base.execute(f"SELECT rtreecheck('{index}')").fetchall() == [("ok",)]
    somewhere = [g for g in table.geometry if g is not None and not g.is_empty]
    assert base.execute(f'SELECT count(*) FROM "{index}"').fetchone()[0] == len(somewhere)
    if somewhere:
        extent = base.execute("SELECT min_x, min_y, max_x, max_y FROM gpkg_contents").fetchone()
        assert numpy.allclose(extent, shapely.total_bounds(somewhere), rtol=0, atol=1e-9), extent
        # What GDAL finds in a box by the index is what lies there.
        x, y = shapely.get_coordinates(shapely.point_on_surface(somewhere[0]))[0]
        found = pyogrio.read_dataframe(path, bbox=(x, y, x, y))
        wanted = [g for g in somewhere if g.intersects(shapely.Point(x, y))]
        assert len(found) >= len(wanted) >= 1


def write(folder):
    """Files of GDAL with what files of GDAL have."""
    squares = [shapely.box(400000 + 1000 * i, 300000, 400500 + 1000 * i, 300500) for i in range(60)]
    table = geopandas.GeoDataFrame(
        {
            "code": [f"E{i:08d}" for i in range(60)],
            "name": ["Caf\u00e9 \u2013 Ty\u0302, \"x\""] * 60,
            "n": range(60),
            "big": [2**53 + i for i in range(60)],
            "r": [i / 7 for i in range(60)],
            "flag": [i % 2 == 0 for i in range(60)],
            "when": pandas.date_range("2021-01-01", periods=60, freq="7h", tz="UTC"),
        },
        geometry=squares,
        crs=27700,
    )
    table.loc[3, "geometry"] = None
    table.loc[4, "name"] = None
    table.to_file(f"{folder}/areas.gpkg", layer="areas")
    other = table.copy()
    other["geometry"] = other.geometry.centroid
    other.to_file(f"{folder}/areas.gpkg", layer="places")
    table.to_crs(4326).to_file(f"{folder}/areas.geojson")
    table.to_crs(4326).to_file(f"{folder}/areas.geojsonl", driver="GeoJSONSeq")
    shapes = table.copy()
    shapes.loc[0, "geometry"] = shapely.box(400000, 300000, 400500, 300500).difference(
        shapely.box(400100, 300100, 400200, 300200)
    )
    shapes.loc[1, "geometry"] = shapely.union(shapes.geometry[2], shapes.geometry[0])
    shapes["day"] = shapes["when"].dt.date
    shapes = shapes.drop(columns=["when"])
    shapes.to_file(f"{folder}/areas.shp")
    shapes["geometry"] = shapes.geometry.boundary
    shapes.to_file(f"{folder}/lines.shp")
    shapes["geometry"] = shapes.geometry.force_3d(7)
    shapes.to_file(f"{folder}/high.shp")
    shapes["geometry"] = table.geometry.centroid
    shapes.to_file(f"{folder}/places.shp")
    # The geometries of Z, and big-endian envelopes of every kind, are in the tests without GDAL.
    table["geometry"] = table.geometry.force_3d(7)
    table.to_file(f"{folder}/high.gpkg", layer="high")


if sys.argv[1] == "write":
    write(sys.argv[2])
else:
    compare(sys.argv[2], sys.argv[3], sys.argv[4] if len(sys.argv) > 4 else None)
