"""Reads a file of returns with Python's polars and makes the checks that readReturns() makes."""
import json, re, sys, time
import polars as pl

NO_VOTE = r"(?i)\b(under|over) ?vot(e|es|ed|ing)\b|\bblanks?\b|\bvoid|^no votes?\b|\bspoiled\b"
TURNOUT = r"(?i)\bregistered\b|\bballots? cast\b|\btimes counted\b|\bturnout\b"
TOTAL = r"(?i)^((grand|sub) )?totals?( votes?)?$|^votes? cast$"

start, busy = time.perf_counter(), time.process_time()
frame = pl.read_csv(sys.argv[1], infer_schema=False)
votes = frame["votes"]
digits = votes.str.contains(r"^\d{1,10}$")
assert digits.all(), frame.filter(~digits)
frame = frame.with_columns(pl.col("votes").cast(pl.Int64))
assert frame["votes"].max() <= 2_147_483_647
assert frame["state_po"].str.contains(r"^[A-Z]{2}$").all()
assert frame["fips"].str.contains(r"^\d{5}$").all()
assert (frame["fips"].str.slice(0, 2) == "55").all()
names = frame["candidate"].unique()
for pattern in (NO_VOTE, TURNOUT, TOTAL):
    assert not names.str.contains(pattern).any()
folded = frame.with_columns(
    pl.col("precinct").str.strip_chars().str.to_lowercase(),
    pl.col("candidate").str.strip_chars().str.to_lowercase(),
)
key = ["state_po", "fips", "precinct", "candidate", "party"]
assert not folded.select(key).is_duplicated().any()
# A place that is the sum of all others of its county, whole ballots compared.
places = folded.group_by("fips", "precinct", "candidate").agg(pl.col("votes").sum())
counties = places.group_by("fips", "candidate").agg(pl.col("votes").sum().alias("all"))
both = places.join(counties, on=["fips", "candidate"]).with_columns(
    (2 * pl.col("votes") == pl.col("all")).alias("half"))
halves = both.group_by("fips", "precinct").agg(pl.col("half").all())
assert not halves["half"].any()
# A candidate who has the votes of all others together.
ballots = places.group_by("fips", "precinct").agg(pl.col("votes").sum().alias("all"))
ratio = places.join(ballots, on=["fips", "precinct"]).group_by("candidate").agg(
    (2 * pl.col("votes") == pl.col("all")).mean().alias("share"))
assert (ratio["share"] < 0.95).all()
sums = frame.group_by("fips", "candidate").agg(pl.col("votes").sum())
# Two candidates of a party with the same votes everywhere, and a candidate's rows without a party
# beside rows with one.
pairs = folded.group_by("party", "candidate").agg(
    pl.len().alias("rows"), pl.col("votes").sum(),
    (pl.col("votes") * (pl.struct("fips", "precinct").hash() % 2**24)).sum().alias("mark"))
assert not pairs.filter(pl.col("party").fill_null("") != "").select(
    "party", "rows", "votes", "mark").is_duplicated().any()
assert (pairs.group_by("candidate").agg(
    pl.col("party").fill_null("").eq("").n_unique().alias("kinds"))["kinds"] == 1).all()
# Each county's sums beside the known ones of the leading candidates.
known = pl.read_parquet(sys.argv[2]).filter(
    (pl.col("year") == 2016) & pl.col("fips").str.starts_with("55")).with_columns(
    pl.col("candidate").str.to_uppercase())
checks = sums.join(known, on=["fips", "candidate"], suffix="_known").with_columns(
    (pl.col("votes") - pl.col("votes_known")).abs().alias("apart"))
assert checks["fips"].n_unique() == frame["fips"].n_unique()
seconds, busy = time.perf_counter() - start, time.process_time() - busy
peak = int(re.search(r"VmHWM:\s+(\d+)", open("/proc/self/status").read())[1]) / 1024
print(json.dumps({"seconds": seconds, "processor": busy, "peak": peak, "result": [int(sums["votes"].sum())]}))
