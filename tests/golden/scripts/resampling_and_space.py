"""Wild cluster bootstrap, specification curve, permutation of a dose, Moran, Conley, synthetic control,
beta-binomial and proportions, each by brute force or by scipy and statsmodels.

Run in tests/golden: python3 scripts/resampling_and_space.py. Writes resampling_and_space.json.
"""
import csv
import itertools
import json
import math

import numpy as np
from scipy import optimize, stats
from statsmodels.stats.proportion import proportion_confint

rng = np.random.default_rng(20161108)
out = {}


def lstsq(X, y, w):
    r = np.sqrt(w)
    return np.linalg.lstsq(X * r[:, None], y * r, rcond=None)[0]


def cr1(X, y, w, cl):
    """Coefficients and CR1 standard errors from the textbook formula."""
    b = lstsq(X, y, w)
    e = y - X @ b
    bread = np.linalg.inv(X.T @ (X * w[:, None]))
    labels = sorted(set(cl))
    S = np.array([(X * (w * e)[:, None])[[c == g for c in cl]].sum(axis=0) for g in labels])
    G, (n, k) = len(labels), X.shape
    V = bread @ (S.T @ S) @ bread * G / (G - 1) * (n - 1) / (n - k)
    return b, np.sqrt(np.diag(V))


WEBB = [-math.sqrt(1.5), -1, -math.sqrt(0.5), math.sqrt(0.5), 1, math.sqrt(1.5)]


def restricted(X, y, w, j, null):
    keep = [c for c in range(X.shape[1]) if c != j]
    z = y - null * X[:, j]
    fit = X[:, keep] @ lstsq(X[:, keep], z, w)
    return fit + null * X[:, j], z - fit


def wild_p(X, y, w, cl, j, null, points):
    labels = sorted(set(cl))
    at = np.array([labels.index(c) for c in cl])
    b, s = cr1(X, y, w, cl)
    t = (b[j] - null) / s[j]
    fit, e = restricted(X, y, w, j, null)
    hits = total = 0
    for v in itertools.product(points, repeat=len(labels)):
        bb, ss = cr1(X, fit + e * np.array(v)[at], w, cl)
        hits += abs((bb[j] - null) / ss[j]) >= abs(t) * (1 - 1e-9)
        total += 1
    return t, hits / total


n = 16
cl = [f"c{i}" for i in [0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3]]
x = rng.normal(size=n).round(3)
z = rng.normal(size=n).round(3)
shock = dict(zip(sorted(set(cl)), rng.normal(size=4)))
y = (0.6 * x + 0.3 * z + np.array([shock[c] for c in cl]) + rng.normal(size=n)).round(3)
w = rng.integers(1, 6, size=n).astype(float)
one = np.ones(n)
wild = {"x": x.tolist(), "z": z.tolist(), "y": y.tolist(), "w": w.tolist(), "clusters": cl, "cases": []}
for weights, points, null in (
    (one, WEBB, 0.0), (w, WEBB, 0.0), (one, WEBB, 0.5), (w, [-1, 1], 0.0),
):
    X = np.column_stack([one, x, z])
    t, p = wild_p(X, y, weights, cl, 1, null, points)
    wild["cases"].append({
        "weighted": weights is not one, "kind": "webb" if points is WEBB else "rademacher",
        "null": null, "t": t, "p": p,
    })
out["wild"] = wild

# A specification curve of three specifications, every assignment of Webb's weights.
designs = [(np.column_stack([one, x]), one), (np.column_stack([one, x, z]), one), (np.column_stack([one, x, z]), w)]
labels = sorted(set(cl))
at = np.array([labels.index(c) for c in cl])
G = len(labels)
crit = stats.t.ppf(0.975, G - 1)


def curve(ys):
    b, t = [], []
    for (X, ww), yy in zip(designs, ys):
        bb, ss = cr1(X, yy, ww, cl)
        b.append(bb[1])
        t.append(bb[1] / ss[1])
    b, t = np.array(b), np.array(t)
    z_ = np.sign(t) * stats.norm.isf(stats.t.sf(np.abs(t), G - 1))
    sign = 1 if 2 * (b > 0).sum() >= len(b) else -1
    return np.median(b), np.mean((np.abs(t) >= crit) & (b * sign > 0)), z_.sum() / math.sqrt(len(b))


seen = curve([y] * 3)
parts = [restricted(X, y, ww, 1, 0.0) for X, ww in designs]
null = np.array([
    curve([fit + e * np.array(v)[at] for fit, e in parts]) for v in itertools.product(WEBB, repeat=G)
])
out["specifications"] = {
    name: {"observed": float(seen[c]), "expected": float(np.median(null[:, c])),
           "p": float(np.mean(np.abs(null[:, c]) >= abs(seen[c]) - 1e-9))}
    for c, name in enumerate(("median", "significant", "stouffer"))
}


# A dose permuted within groups: every order, refitted.
def partial(yy, dose, Z, w, groups):
    FE = np.array([[g == h for h in sorted(set(groups))] for g in groups], float)
    X = np.column_stack([FE, Z]) * np.sqrt(w)[:, None]
    left = lambda v: v - X @ np.linalg.lstsq(X, v, rcond=None)[0]
    return left(yy), left(dose)


groups = ["a"] * 4 + ["b"] * 3
yy = np.array([3.0, 5.1, 4.2, 8.8, 1.0, 2.7, 2.2])
dose = np.array([0.0, 0.2, 0.5, 1.0, 0.0, 1.0, 0.7])
zz = np.array([1.0, 2.0, 1.5, 2.5, 0.5, 0.7, 1.9])
ww = np.array([1.0, 2.0, 3.0, 1.0, 2.0, 2.0, 1.0])
cases = []
for weights in (np.ones(7), ww):
    for how in ("residuals", "dose"):
        r = np.sqrt(weights)
        e, d = partial(yy * r, dose * r, zz, weights, groups)
        corr = lambda a, b: a @ b / math.sqrt((a @ a) * (b @ b))
        seen_ = corr(e, d)
        hits = total = 0
        for a in itertools.permutations(range(4)):
            for b in itertools.permutations(range(4, 7)):
                o = list(a + b)
                if how == "residuals":
                    e2, d2 = partial(e[o], dose * r, zz, weights, groups)
                else:
                    e2, d2 = partial(yy * r, dose[o] * r, zz, weights, groups)
                hits += abs(corr(e2, d2)) >= abs(seen_) - 1e-10
                total += 1
        cases.append({"weighted": bool((weights != 1).any()), "permute": how, "coefficient": d @ e / (d @ d),
                      "partial": seen_, "extreme": hits, "orders": total})
out["dose"] = {"outcome": yy.tolist(), "dose": dose.tolist(), "z": zz.tolist(), "w": ww.tolist(),
               "groups": groups, "cases": cases}

# Wisconsin's municipalities: 20,000 orders of the residuals, without and with cubic log size.
rows = list(csv.DictReader(open("data/wi_muni_2016.csv")))
col = lambda name: np.array([float(row[name]) for row in rows])
county = np.array([row["county"] for row in rows])
share = lambda a, b: 100 * a / (a + b)
before = share(col("dem12"), col("rep12"))
held = [before, np.log(col("dense")), col("college"), col("white"), col("black"), col("latino"),
        np.log(col("inc")), col("age"), col("unemp")]
size = np.log10(col("votes16"))
inside = [np.where(county == c)[0] for c in np.unique(county)]


def demean(v):
    v = v.copy()
    for i in inside:
        v[i] -= v[i].mean()
    return v


out["wisconsin"] = {}
for name, Z in (("held", held), ("size", held + [size, size ** 2, size ** 3])):
    Q = np.linalg.qr(np.column_stack([demean(v) for v in Z]))[0]
    left = lambda v: demean(v) - Q @ (Q.T @ demean(v))
    e, d = left(share(col("dem16"), col("rep16"))), left(col("dre"))
    seen_ = abs(e @ d / math.sqrt(e @ e))
    draws, hits = 20000, 0
    for _ in range(draws):
        o = np.arange(len(rows))
        for i in inside:
            o[i] = rng.permutation(i)
        moved = e[o]
        rest = moved @ moved - ((Q.T @ moved) ** 2).sum()
        hits += abs(moved @ d) / math.sqrt(rest) >= seen_
    out["wisconsin"][name] = {"coefficient": float(e @ d / (d @ d)), "p": (hits + 1) / (draws + 1), "draws": draws}

# Moran's I and Conley's covariance on 30 places.
m = 30
lon = (rng.uniform(-92, -87, m)).round(4)
lat = (rng.uniform(42.5, 46.5, m)).round(4)
val = (0.4 * lon + rng.normal(size=m)).round(4)
rad = np.radians


def km(i, j):
    a = np.sin(rad(lat[i] - lat[j]) / 2) ** 2 + np.cos(rad(lat[i])) * np.cos(rad(lat[j])) * np.sin(rad(lon[i] - lon[j]) / 2) ** 2
    return 2 * 6371.0088 * np.arcsin(np.sqrt(a))


D = np.array([[km(i, j) for j in range(m)] for i in range(m)])


def moran(W):
    zc = val - val.mean()
    s0 = W.sum()
    I = m / s0 * (zc @ W @ zc) / (zc @ zc)
    # Mean and variance over permutations, here by sampling far more than the test does.
    sims = []
    for _ in range(200000):
        p = rng.permutation(zc)
        sims.append(m / s0 * (p @ W @ p) / (zc @ zc))
    return {"value": I, "mean": float(np.mean(sims)), "sd": float(np.std(sims)), "p": float(np.mean(np.array(sims) >= I - 1e-12))}


W1 = np.zeros((m, m))
for i in range(m):
    for j in sorted((j for j in range(m) if j != i), key=lambda j: D[i, j])[:4]:
        W1[i, j] = 0.25
W2 = (D <= 120) & (D > 0)
W2 = W2 / np.maximum(W2.sum(axis=1, keepdims=True), 1)
out["moran"] = {"longitude": lon.tolist(), "latitude": lat.tolist(), "values": val.tolist(),
                "nearest4": moran(W1), "within120": moran(W2), "alone": int((W2.sum(axis=1) == 0).sum())}
cx = rng.normal(size=m).round(4)
wt = rng.integers(1, 9, m).astype(float)
conley = []
for weights in (np.ones(m), wt):
    for kernel in ("bartlett", "uniform"):
        X = np.column_stack([np.ones(m), cx])
        b = lstsq(X, val, weights)
        s = X * (weights * (val - X @ b))[:, None]
        K = np.clip(1 - D / 150, 0, None) if kernel == "bartlett" else (D <= 150).astype(float)
        bread = np.linalg.inv(X.T @ (X * weights[:, None]))
        conley.append({"weighted": bool((weights != 1).any()), "kernel": kernel, "cutoff": 150,
                       "covariance": (bread @ s.T @ K @ s @ bread).tolist()})
out["conley"] = {"x": cx.tolist(), "w": wt.tolist(), "cases": conley}

# Synthetic control: weights by sequential quadratic programming from several starts.
u, p = 9, 6
before_ = rng.normal(10, 3, size=(u, p)).round(3)
after_ = rng.normal(10, 3, size=(u, 2)).round(3)


def synth(unit, donors):
    A, goal = before_[donors].T, before_[unit]
    best = None
    for s in range(20):
        w0 = rng.dirichlet(np.ones(len(donors)))
        r = optimize.minimize(lambda w: ((A @ w - goal) ** 2).sum(), w0, jac=lambda w: 2 * A.T @ (A @ w - goal),
                              bounds=[(0, 1)] * len(donors), constraints={"type": "eq", "fun": lambda w: w.sum() - 1, "jac": lambda w: np.ones_like(w)},
                              method="SLSQP", options={"ftol": 1e-15, "maxiter": 2000})
        best = r if best is None or r.fun < best.fun else best
    gap = after_[unit] - best.x @ after_[donors]
    return {"weights": best.x.tolist(), "before": math.sqrt(best.fun / p), "after": math.sqrt((gap ** 2).mean())}


out["synthetic"] = {"before": before_.tolist(), "after": after_.tolist(),
                    "treated": synth(0, list(range(1, u))),
                    "placebos": [synth(i, [j for j in range(1, u) if j != i]) for i in range(1, u)]}

# Beta-binomial by maximum likelihood over all parameters at once.
tr = rng.integers(20, 900, size=60)
gl = ["a"] * 25 + ["b"] * 35
mu = np.where(np.array(gl) == "a", 0.35, 0.6)
rho = 0.02
su = rng.binomial(tr, rng.beta(mu * (1 / rho - 1), (1 - mu) * (1 / rho - 1)))


def minus(theta):
    size_ = math.exp(-theta[2])
    pr = np.where(np.array(gl) == "a", 1 / (1 + math.exp(-theta[0])), 1 / (1 + math.exp(-theta[1])))
    return -stats.betabinom.logpmf(su, tr, pr * size_, (1 - pr) * size_).sum()


r = optimize.minimize(minus, [-0.6, 0.4, math.log(0.02)], method="Nelder-Mead", options={"xatol": 1e-11, "fatol": 1e-12, "maxiter": 20000})
out["beta_binomial"] = {"successes": su.tolist(), "trials": tr.tolist(), "groups": gl,
                        "means": [1 / (1 + math.exp(-r.x[0])), 1 / (1 + math.exp(-r.x[1]))],
                        "correlation": 1 / (1 + math.exp(-r.x[2])), "logLikelihood": -r.fun}

out["proportions"] = []
for s, t in ((0, 20), (1, 20), (3, 48), (10, 10), (239, 37628)):
    for name, method in (("wilson", "wilson"), ("jeffreys", "jeffreys"), ("beta", "clopper-pearson")):
        for level in (0.95, 0.9):
            low, high = proportion_confint(s, t, 1 - level, method=name)
            out["proportions"].append([s, t, method, level, float(low), float(high)])

with open("resampling_and_space.json", "w") as file:
    json.dump(out, file, default=float)
