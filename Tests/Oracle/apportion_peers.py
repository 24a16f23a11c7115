"""Compares `footprint apportion` by area with tobler's area_interpolate and maup's prorate; used by scripts/check-apportion."""

import random
import subprocess
import sys
import tempfile
import time
import warnings

import geopandas
import maup
import pandas
import pyogrio
import tobler.area_weighted

warnings.filterwarnings("ignore")
maup.progress.enabled = False


def layer(path, code):
    frame = geopandas.read_file(path).to_crs(27700)
    code = code or frame.columns[0]
    frame["geometry"] = frame.geometry.make_valid()
    return frame[[code, "geometry"]].set_index(code).sort_index()


def timed(what, body):
    start = time.perf_counter()
    result = body()
    print(f"{what}: {time.perf_counter() - start:.3f} s")
    return result


def main(footprint, x_path, y_path, x_code=None, y_code=None):
    random.seed(20261130)
    x = timed("geopandas reads and projects X", lambda: layer(x_path, x_code))
    y = timed("geopandas reads and projects Y", lambda: layer(y_path, y_code))
    table = pandas.DataFrame({"code": x.index, "n": [random.uniform(0, 1e5) for _ in x.index], "rate": [random.random() for _ in x.index]})
    with tempfile.TemporaryDirectory() as folder:
        table.to_csv(f"{folder}/t.csv", index=False)
        call = [footprint, "apportion", f"{folder}/t.csv", x_path, y_path, "--extensive", "n", "--intensive", "rate", "--weights", "area",
                "--keep-slivers", "--format", "csv", "-q", "-o", f"{folder}/out.csv"]
        if x_code:
            call += ["--x-code", x_code]
        if y_code:
            call += ["--y-code", y_code]
        timed("footprint, reading included", lambda: subprocess.run(call, check=True))
        ours = pandas.read_csv(f"{folder}/out.csv", dtype={"code": str}).set_index("code")
    rest = ours[ours.index.isna()]
    ours = ours[~ours.index.isna()].sort_index()
    print("sum before", table.n.sum(), "after", ours.n.sum() + rest.n.sum())
    source = x.assign(n=table.set_index("code").n, rate=table.set_index("code").rate)
    theirs = timed(
        "tobler area_interpolate",
        lambda: tobler.area_weighted.area_interpolate(source, y, extensive_variables=["n"], intensive_variables=["rate"], allocate_total=False),
    )
    theirs.index = y.index
    pieces = timed("maup intersections", lambda: maup.intersections(source, y, area_cutoff=0))
    weights = pieces.area / pieces.index.get_level_values(0).map(source.area)
    prorated = timed("maup prorate", lambda: maup.prorate(pieces, source.n, weights))
    for name, other, column in [("tobler, counts", theirs.n, "n"), ("tobler, rates", theirs.rate, "rate"), ("maup, counts", prorated, "n")]:
        both = ours.join(other.rename("other"), how="inner")[[column, "other"]].dropna()
        gap = (both[column] - both.other).abs() / both.other.abs().clip(lower=both.other.abs().median() * 1e-3)
        print(f"{name}: {len(both)} areas, largest difference {gap.max():.2e} at {gap.idxmax()} (ours {both[column][gap.idxmax()]:.6g}, theirs {both.other[gap.idxmax()]:.6g})")


if __name__ == "__main__":
    main(*sys.argv[1:])
