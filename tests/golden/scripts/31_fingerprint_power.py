# What the five tests find where results were made round or votes were moved, apart from the library: numpy and
# scipy on South Carolina's early precincts of 2024, elections drawn by the beta-binomial distribution around each
# county's own mean: 40 for whole percentages and fives, 40 for the resampled density of 30_resampled_density.py
# with 99 resamples, 400 for second digits and the correlation of size and share. Run in the project's folder;
# prints JSON.
import json
from functools import lru_cache
import numpy as np
import pandas as pd
from scipy.optimize import minimize, minimize_scalar
from scipy.special import betaln, gammaln
from scipy.stats import binom, chi2, norm, pearsonr

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


# Second digits: chi-square against Benford's second digit, of counts of ten and more.
benford = np.array([sum(np.log10(1 + 1 / (10 * a + b)) for a in range(1, 10)) for b in range(10)])


def p_digits(k):
    second = np.array([int(str(v)[1]) for v in k[k >= 10].tolist()])
    seen, all_ = np.bincount(second, minlength=10), len(second)
    return chi2.sf(((seen - all_ * benford) ** 2 / (all_ * benford)).sum(), 9)


def p_size(k):
    return pearsonr(np.log(n), k / n)[1]


# Rozenas' density: a Bernstein mixture for the latent shares; 99 resamples.
K, R = 12, 99
A, B = np.arange(1, K + 1), np.arange(K, 0, -1)
units = lambda s: np.bincount(np.maximum(0, np.ceil(s * 1000 - 0.5 - 1e-9)).astype(int), minlength=1001)


def kernel(s):
    g = s * 1000
    x = np.minimum(np.floor(g), 999).astype(int)
    return np.bincount(x, weights=1 - (g - x), minlength=1001) + np.bincount(x + 1, weights=g - x, minlength=1001)


def p_density(k):
    like = np.array([betaln(k + a, n - k + b) - betaln(a, b) for a, b in zip(A, B)]).T
    like = np.exp(like - like.max(axis=1, keepdims=True))

    def loss(z):
        w = np.exp(z - z.max())
        w /= w.sum()
        m = like @ w
        return -np.log(m).sum(), -w * ((like / m[:, None]).sum(axis=0) - len(k))

    z = minimize(loss, np.zeros(K), jac=True, method="L-BFGS-B", options=dict(maxiter=2000)).x
    w = np.exp(z - z.max())
    post = like * (w / w.sum())
    cum = np.cumsum(post / post.sum(axis=1, keepdims=True), axis=1)
    drawn = []
    for _ in range(R):
        j = np.minimum((rng.uniform(size=len(k))[:, None] > cum).sum(axis=1), K - 1)
        drawn.append(rng.binomial(n, rng.beta(k + A[j], n - k + B[j])) / n)
    # The mean of the resamples' units, from many more draws than the resamples.
    many = np.mean([units(rng.binomial(n, rng.beta(k + A[j], n - k + B[j])) / n) for j in
                    (np.minimum((rng.uniform(size=len(k))[:, None] > cum).sum(axis=1), K - 1) for _ in range(400))], axis=0)
    u, y = np.array([units(x) for x in drawn]), np.array([kernel(x) for x in drawn])
    excess = np.maximum(0, units(k / n) - many)[kernel(k / n) > y.max(axis=0)].sum()
    top = np.sort(y, axis=0)
    each = [np.maximum(0, u[r] - many)[(y[r] == top[-1]) & (y[r] > top[-2])].sum() for r in range(R)]
    return (1 + sum(e >= excess - 1e-9 for e in each)) / (1 + R)


changes = {"nothing": lambda k: k}
for part in (2, 5, 10, 20):
    changes[f"{part}% of the places report the next whole percentage"] = lambda k, part=part: made(k, part / 100, 1)
for part in (2, 5, 10):
    changes[f"{part}% of the places report the next multiple of five percent"] = lambda k, part=part: made(k, part / 100, 5)
for part in (1, 5):
    changes[f"{part}% of the other party's votes moved everywhere"] = lambda k, part=part: k + np.floor((n - k) * part / 100 + 0.5).astype(int)
draw = lambda: rng.binomial(n, rng.beta(mean * size, (1 - mean) * size))
clean = [draw() for _ in range(40)]
many = [draw() for _ in range(400)]
out = {}
for name, change in changes.items():
    changed = [change(k) for k in clean]
    moved = [change(k) for k in many]
    out[name] = dict(
        moved=float(np.mean([(c - k).sum() for c, k in zip(moved, many)])),
        whole=float(np.mean([p(c, 1) < 0.05 for c in changed])),
        fives=float(np.mean([p(c, 5) < 0.05 for c in changed])),
        density=float(np.mean([p_density(c) < 0.05 for c in changed])),
        digits=float(np.mean([p_digits(c) < 0.05 for c in moved])),
        size=float(np.mean([p_size(c) < 0.05 for c in moved])))
print(json.dumps(out, indent=1))
