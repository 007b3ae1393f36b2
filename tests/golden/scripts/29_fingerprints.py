# Tests of precinct counts of 2024, apart from the library: whole percentages with exact binomial expectations,
# second digits, size against share, spreads; and false alarms in simulated elections (numpy's beta-binomial
# with the correlation given). Run in the project's folder; prints JSON.
import json
import numpy as np
import pandas as pd
from scipy.stats import binom, chi2, norm, pearsonr

d = pd.read_parquet("data/precinct_votes_2024.parquet")
d = d[d.harris.notna() & d.trump.notna() & (d.harris >= 0) & (d.trump >= 0)]
d = d.assign(votes=d.harris + d.trump)
law = np.array([sum(np.log10(1 + 1 / (10 * f + s)) for f in range(1, 10)) for s in range(10)])


def whole(k, n):
    q = 100 * k / n
    observed = int((np.abs(q - np.round(q)) <= 0.05 + 1e-9).sum())
    chance = []
    for a, b in zip(k, n):
        j = np.arange(101)
        lo, hi = np.ceil(b * (j - 0.05) / 100 - 1e-9), np.floor(b * (j + 0.05) / 100 + 1e-9)
        chance.append((binom.cdf(np.minimum(hi, b), b, a / b) - binom.cdf(np.maximum(lo, 0) - 1, b, a / b))[hi >= lo].sum())
    chance = np.array(chance)
    return observed, chance.sum(), norm.sf((observed - 0.5 - chance.sum()) / np.sqrt((chance * (1 - chance)).sum()))


def second(k):
    s = np.array([int(str(int(v))[1]) for v in k if v >= 10])
    o = np.bincount(s, minlength=10)
    return chi2.sf(((o - law * len(s)) ** 2 / (law * len(s))).sum(), 9)


out = {"counts": {}}
for state, mode in [("SC", "early"), ("IA", "absentee"), ("ME", "total"), ("MD", "election day"), ("NV", "total"), ("CO", "total")]:
    g = d[(d.state_po == state) & (d["mode"] == mode) & (d.votes >= 100)]
    k, n = g.trump.to_numpy(float), g.votes.to_numpy(float)
    o, e, p = whole(k, n)
    s = k / n
    out["counts"][f"{state} {mode}"] = dict(
        places=len(g), observed=o, expected=e, p=p, digit=second(k), r=pearsonr(np.log(n), s)[0],
        small=100 * s[n < 250].std(ddof=1), large=100 * s[n >= 500].std(ddof=1))
g = d[(d.state_po == "SC") & (d["mode"] == "early") & (d.votes >= 100)]
n = g.votes.to_numpy(int)
rng = np.random.default_rng(3)
rho = 0.1028  # as the page prints it
means = g.groupby("fips").apply(lambda x: (x.trump / x.votes).mean())
m = g.fips.map(means).to_numpy()
alarms = [second(rng.binomial(n, rng.beta(m * (1 / rho - 1), (1 - m) * (1 / rho - 1)))) < 0.05 for _ in range(2000)]
out["alarms"] = {"second digits": float(np.mean(alarms))}
t = pd.read_parquet("data/precinct_turnout_2024.parquet")
t = t[(t.state_po == "IA") & (t.registered > 0) & (t.ballots >= 100) & (t.ballots <= t.registered)]
keys = ["state_po", "fips", "jurisdiction", "precinct"]
v = d[d.state_po == "IA"].groupby(keys, dropna=False)[["trump", "votes"]].sum().reset_index()
x = t.merge(v, on=keys)
x = x[x.votes >= 100]
a, b = x.ballots / x.registered, x.trump / x.votes
# The part of the shares' variance that lies between counties, and what one distribution for all places would leave there.
f = x.fips
between = (b.groupby(f).transform("mean") - b.mean()).pow(2).sum() / (b - b.mean()).pow(2).sum()
out["iowa"] = dict(places=len(x), turnout=100 * a.mean(), r=a.corr(b), corner=int(((a >= 0.9) & (b >= 0.9)).sum()),
                   between=between, by_chance=(f.nunique() - 1) / (len(x) - 1))
print(json.dumps(out, indent=1, default=float))
