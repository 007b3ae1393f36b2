# Rozenas' resampled kernel density, apart from the library: numpy and scipy, another optimizer for the latent
# distribution, other draws. On South Carolina's early precincts of 2024 as counted, and with every tenth place
# reporting the next multiple of five percent. Run in the project's folder; prints JSON. With a folder as
# argument it also writes the two counts there for 30_resampled_density.R.
import json
import sys
import numpy as np
import pandas as pd
from scipy.optimize import minimize
from scipy.stats import beta, betabinom

d = pd.read_parquet("data/precinct_votes_2024.parquet")
d = d[(d.state_po == "SC") & (d["mode"] == "early") & d.harris.notna() & d.trump.notna()]
d = d[(d.harris >= 0) & (d.trump >= 0) & (d.harris + d.trump >= 100)]
n = (d.harris + d.trump).to_numpy(int)
real = d.trump.to_numpy(int)
made = real.copy()
made[::10] = [min(b, int(np.floor(b * 5 * np.ceil(20 * a / b + 1e-9) / 100 + 0.5))) for a, b in zip(real[::10], n[::10])]
K, R = 12, 1000
a, b = np.arange(1, K + 1), np.arange(K, 0, -1)


def weights(k):
    lik = np.array([betabinom.pmf(k, n, x, y) for x, y in zip(a, b)]).T
    lik /= lik.max(axis=1, keepdims=True)

    def loss(z):
        w = np.exp(z - z.max())
        w /= w.sum()
        m = lik @ w
        g = w * ((lik / m[:, None]).sum(axis=0) - len(k))
        return -np.log(m).sum(), -g

    z = minimize(loss, np.zeros(K), jac=True, method="L-BFGS-B", options=dict(maxiter=5000, ftol=1e-14)).x
    w = np.exp(z - z.max())
    return w / w.sum(), lik


def curve(s):
    g = s * 1000
    units = np.bincount(np.maximum(0, np.ceil(g - 0.5 - 1e-9)).astype(int), minlength=1001)
    x = np.minimum(np.floor(g), 999).astype(int)
    f = g - x
    return units, np.bincount(x, weights=1 - f, minlength=1001) + np.bincount(x + 1, weights=f, minlength=1001)


def test(k, seed):
    rng = np.random.default_rng(seed)
    w, lik = weights(k)
    post = lik * w
    cum = np.cumsum(post / post.sum(axis=1, keepdims=True), axis=1)
    units, density = curve(k / n)
    draws = []
    for _ in range(R):
        j = np.minimum((rng.uniform(size=len(k))[:, None] > cum).sum(axis=1), K - 1)
        draws.append(curve(rng.binomial(n, rng.beta(k + a[j], n - k + b[j])) / n))
    u = np.array([x for x, _ in draws])
    y = np.array([x for _, x in draws])
    mean = u.mean(axis=0)
    excess = np.maximum(0, units - mean)[density > y.max(axis=0)].sum()
    top = np.sort(y, axis=0)
    each = [np.maximum(0, u[r] - mean)[(y[r] == top[-1]) & (y[r] > top[-2])].sum() for r in range(R)]
    return dict(weights=list(w), excess=excess / len(k), p=(1 + sum(e >= excess for e in each)) / (1 + R))


if len(sys.argv) > 1:
    pd.DataFrame(dict(n=n, real=real, made=made)).to_csv(sys.argv[1] + "/density.csv", index=False)
out = {}
for name, k in [("real", real), ("made", made)]:
    runs = [test(k, seed) for seed in range(6)]
    out[name] = dict(weights=runs[0]["weights"], excess=[r["excess"] for r in runs], p=[r["p"] for r in runs])
print(json.dumps(out, indent=1))
