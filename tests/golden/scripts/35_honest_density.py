# How many counts of 2024 Rozenas' resampled density flags where nothing was changed, in honest_elections.py's
# elections: numpy and scipy. Run in the project's folder; prints JSON.
import json
import numpy as np
from scipy.special import betaln
from honest_elections import honest_counts

ELECTIONS = 8
rng = np.random.default_rng(35)
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
for n, elections in honest_counts(rng, ELECTIONS):
    counts += 1
    for election, drawn in enumerate(elections):
        flags[election] += int(p_density(drawn, n) < 0.05)
print(json.dumps(dict(counts=counts, elections=ELECTIONS, flags=flags, density=sum(flags) / ELECTIONS), indent=1))
