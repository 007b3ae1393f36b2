# How many counts of 2024 (a state and way of voting) Rozenas' resampled density flags where nothing was changed,
# apart from the library: numpy and scipy; the same counts, and the same honest elections, as 33_honest_counts.py
# draws: places keep their votes, shares are beta-binomial around each county's own share, with the count's own
# correlation by moments (Kleinman 1973). Run in the project's folder; prints JSON.
import json
import numpy as np
import pandas as pd
from scipy.special import betaln

ELECTIONS = 8
rng = np.random.default_rng(35)
d = pd.read_parquet("data/precinct_votes_2024.parquet")
d = d[d.harris.notna() & d.trump.notna() & (d.harris >= 0) & (d.trump >= 0)]
d = d.assign(votes=(d.harris + d.trump).astype(int), county=d.fips.fillna(d.jurisdiction).fillna(""))
d = d[d.votes >= 100]
A, B = np.arange(1, 13), np.arange(12, 0, -1)


def curve(s):
    """Units by bin, and triangles' sums, of rows of shares, on a grid of 1,001 points."""
    g = s * 1000
    rows = np.arange(len(g))[:, None] * 1001
    tally = lambda at, w: np.bincount((rows + at).ravel(), weights=w.ravel(), minlength=len(g) * 1001).reshape(-1, 1001)
    x = np.minimum(np.floor(g), 999).astype(int)
    units = tally(np.maximum(0, np.ceil(g - 0.5 - 1e-9)).astype(int), np.ones(g.shape))
    return units, tally(x, 1 - (g - x)) + tally(x + 1, g - x)


def p_density(k, n):
    """Rozenas (2017): a Bernstein mixture for the latent shares by expectation-maximization; 99 resamples."""
    logs = betaln(k[:, None] + A, (n - k)[:, None] + B) - betaln(A, B)
    lik = np.exp(logs - logs.max(axis=1, keepdims=True))
    w = np.full(12, 1 / 12)
    for _ in range(400):
        w = w * (lik / (lik @ w)[:, None]).mean(axis=0)
    cum = np.cumsum(lik * w, axis=1)
    j = (rng.uniform(size=(99, len(k), 1)) * cum[:, -1:] > cum).sum(axis=2)
    again = rng.binomial(n, rng.beta(k + A[j], n - k + B[j]))
    units, density = curve((k / n)[None])
    u, y = curve(again / n)
    mean = u.mean(axis=0)
    excess = np.maximum(0, units[0] - mean)[density[0] > y.max(axis=0)].sum()
    top = np.sort(y, axis=0)
    each = (np.maximum(0, u - mean) * ((y == top[-1]) & (y > top[-2]))).sum(axis=1)
    return (1 + (each >= excess - 1e-9).sum()) / 100


flags = [0] * ELECTIONS
counts = 0
for _, g in d.groupby(["state_po", "mode"]):
    if len(g) < 200 or g.votes.nunique() <= 20:
        continue
    counts += 1
    n, k = g.votes.to_numpy(), g.trump.to_numpy(int)
    codes = pd.factorize(g.county)[0]
    sums = lambda v: np.bincount(codes, weights=v)[codes]
    mean = sums(k) / sums(n)
    # E (k − np)² = np(1−p)(1 + (n−1)ρ), less what the county's own mean takes of it (one of its places).
    places = sums(np.ones(len(n)))
    keep = (places > 1) & (mean > 0) & (mean < 1)
    base = np.maximum(n * mean * (1 - mean), 1e-9)
    scaled = ((k - n * mean) ** 2 / base * places / np.maximum(places - 1, 1))[keep]
    rho = float(np.clip((scaled - 1).sum() / (n[keep] - 1).sum(), 1e-6, 0.9))
    size = 1 / rho - 1
    inner = (mean > 0) & (mean < 1)
    for election in range(ELECTIONS):
        share = mean.copy()
        share[inner] = rng.beta(mean[inner] * size, (1 - mean[inner]) * size)
        flags[election] += int(p_density(rng.binomial(n, share), n) < 0.05)
print(json.dumps(dict(counts=counts, elections=ELECTIONS, flags=flags, density=sum(flags) / ELECTIONS), indent=1))
