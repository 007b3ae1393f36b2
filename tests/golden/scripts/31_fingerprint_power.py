# What tests of whole percentages find where results were made round, apart from the library: numpy and scipy on
# South Carolina's early precincts of 2024, 40 elections drawn by the beta-binomial distribution around each
# county's own mean. Run in the project's folder; prints JSON.
import json
from functools import lru_cache
import numpy as np
import pandas as pd
from scipy.optimize import minimize_scalar
from scipy.special import gammaln
from scipy.stats import binom, norm

d = pd.read_parquet("data/precinct_votes_2024.parquet")
d = d[d.harris.notna() & d.trump.notna() & (d.harris >= 0) & (d.trump >= 0)]
d = d.assign(votes=d.harris + d.trump)
d = d[(d.state_po == "SC") & (d["mode"] == "early") & (d.votes >= 100)].reset_index(drop=True)
n, real = d.votes.to_numpy(int), d.trump.to_numpy(int)
rho = 0.1028  # as the page prints it
size = 1 / rho - 1
mean = np.zeros(len(d))
for _, rows in d.groupby("fips").groups.items():
    i = np.array(rows)
    loss = lambda p: -(gammaln(real[i] + p * size) - gammaln(p * size) + gammaln(n[i] - real[i] + (1 - p) * size) - gammaln((1 - p) * size)).sum()
    mean[i] = minimize_scalar(loss, bounds=(1e-6, 1 - 1e-6), method="bounded").x
rng = np.random.default_rng(8)


@lru_cache(None)
def chance(k, of, step):
    j = np.arange(0, 100 // step + 1) * step
    low, high = np.ceil(of * (j - 0.05) / 100 - 1e-9), np.floor(of * (j + 0.05) / 100 + 1e-9)
    return (binom.cdf(np.minimum(high, of), of, k / of) - binom.cdf(np.maximum(low, 0) - 1, of, k / of))[high >= low].sum()


def p(k, step):
    q = 100 * k / n
    seen = (np.abs(q - step * np.round(q / step)) <= 0.05 + 1e-9).sum()
    c = np.array([chance(a, b, step) for a, b in zip(k.tolist(), n.tolist())])
    return norm.sf((seen - 0.5 - c.sum()) / np.sqrt((c * (1 - c)).sum()))


def made(k, part, step):
    up = np.minimum(n, np.floor(n * step * np.ceil(100 / step * k / n + 1e-9) / 100 + 0.5).astype(int))
    return np.where(rng.uniform(size=len(k)) < part, up, k)


changes = {"nothing": lambda k: k}
for part in (2, 5, 10, 20):
    changes[f"{part}% of the places report the next whole percentage"] = lambda k, part=part: made(k, part / 100, 1)
for part in (2, 5, 10):
    changes[f"{part}% of the places report the next multiple of five percent"] = lambda k, part=part: made(k, part / 100, 5)
for part in (1, 5):
    changes[f"{part}% of the other party's votes moved everywhere"] = lambda k, part=part: k + np.floor((n - k) * part / 100 + 0.5).astype(int)
clean = [rng.binomial(n, rng.beta(mean * size, (1 - mean) * size)) for _ in range(40)]
out = {}
for name, change in changes.items():
    changed = [change(k) for k in clean]
    out[name] = dict(
        moved=float(np.mean([(c - k).sum() for c, k in zip(changed, clean)])),
        whole=float(np.mean([p(c, 1) < 0.05 for c in changed])),
        fives=float(np.mean([p(c, 5) < 0.05 for c in changed])))
print(json.dumps(out, indent=1))
