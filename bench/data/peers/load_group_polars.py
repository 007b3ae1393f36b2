"""Reads a CSV file of precinct returns with Python's polars and adds up votes by state and candidate."""
import json, re, sys, time
import polars

start = time.perf_counter()
sums = polars.read_csv(sys.argv[1]).group_by(["state_po", "candidate"]).agg(polars.col("votes").sum())
seconds = time.perf_counter() - start
peak = int(re.search(r"VmHWM:\s+(\d+)", open("/proc/self/status").read())[1]) / 1024
print(json.dumps({"seconds": seconds, "peak": peak, "total": int(sums["votes"].sum())}))
