"""Reads a file of returns with pandas and makes the checks that readReturns() makes."""
import json, re, sys, time
import pandas as pd

NO_VOTE = r"(?i)\b(?:under|over) ?vot(?:e|es|ed|ing)\b|\bblanks?\b|\bvoid|^no votes?\b|\bspoiled\b"
TURNOUT = r"(?i)\bregistered\b|\bballots? cast\b|\btimes counted\b|\bturnout\b"
TOTAL = r"(?i)^(?:(?:grand|sub) )?totals?(?: votes?)?$|^votes? cast$"

start, busy = time.perf_counter(), time.process_time()
frame = pd.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
digits = frame["votes"].str.fullmatch(r"\d{1,10}")
assert digits.all(), frame[~digits]
frame["votes"] = frame["votes"].astype("int64")
assert frame["votes"].max() <= 2_147_483_647
assert frame["state_po"].str.fullmatch(r"[A-Z]{2}").all()
assert frame["fips"].str.fullmatch(r"\d{5}").all()
assert (frame["fips"].str[:2] == "55").all()
names = pd.Series(frame["candidate"].unique())
for pattern in (NO_VOTE, TURNOUT, TOTAL):
    assert not names.str.contains(pattern).any()
folded = frame.assign(
    precinct=frame["precinct"].str.strip().str.lower(),
    candidate=frame["candidate"].str.strip().str.lower(),
)
assert not folded.duplicated(["state_po", "fips", "precinct", "candidate", "party"]).any()
# A place that is the sum of all others of its county, whole ballots compared.
places = folded.groupby(["fips", "precinct", "candidate"], as_index=False)["votes"].sum()
counties = places.groupby(["fips", "candidate"])["votes"].transform("sum")
places["half"] = 2 * places["votes"] == counties
assert not places.groupby(["fips", "precinct"])["half"].all().any()
# A candidate who has the votes of all others together.
ballots = places.groupby(["fips", "precinct"])["votes"].transform("sum")
places["half"] = 2 * places["votes"] == ballots
assert (places.groupby("candidate")["half"].mean() < 0.95).all()
sums = frame.groupby(["fips", "candidate"])["votes"].sum()
# Two candidates of a party with the same votes everywhere, and a candidate's rows without a party
# beside rows with one.
number = folded.groupby(["fips", "precinct"], sort=False).ngroup()
marked = folded.assign(mark=folded["votes"] * (number * 2654435761 % 2**24))
pairs = marked.groupby(["party", "candidate"])[["votes", "mark"]].sum().reset_index()
assert not pairs[pairs["party"] != ""].duplicated(["party", "votes", "mark"]).any()
assert (pairs.assign(blank=pairs["party"] == "").groupby("candidate")["blank"].nunique() == 1).all()
# Each county's sums beside the known ones of the leading candidates.
known = pd.read_parquet(sys.argv[2])
known = known[(known["year"] == 2016) & known["fips"].str.startswith("55")]
known = known.assign(candidate=known["candidate"].str.upper())
checks = sums.reset_index().merge(known, on=["fips", "candidate"], suffixes=("", "_known"))
checks["apart"] = (checks["votes"] - checks["votes_known"]).abs()
assert checks["fips"].nunique() == frame["fips"].nunique()
seconds, busy = time.perf_counter() - start, time.process_time() - busy
peak = int(re.search(r"VmHWM:\s+(\d+)", open("/proc/self/status").read())[1]) / 1024
print(json.dumps({"seconds": seconds, "processor": busy, "peak": peak, "result": [int(sums.sum())]}))
