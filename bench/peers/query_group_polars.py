"""Sums and a median by state and county of a Parquet file of precinct votes, with Python's polars."""
import json, re, sys, time
import polars as pl

start = time.perf_counter()
trump = pl.col("trump").drop_nulls().sort()
rows = pl.scan_parquet(sys.argv[1]).group_by(["state_po", "fips"]).agg(
    pl.col("harris").cast(pl.Int64).sum(),
    pl.col("trump").cast(pl.Int64).sum(),
    trump.get((0.5 * pl.col("trump").count()).floor().cast(pl.Int64), null_on_oob=True).alias("median"),
).collect(engine="streaming")
seconds = time.perf_counter() - start
peak = int(re.search(r"VmHWM:\s+(\d+)", open("/proc/self/status").read())[1]) / 1024
total = int(rows["harris"].sum()) + int(rows["median"].sum())
print(json.dumps({"seconds": seconds, "peak": peak, "result": [total]}))
