# King's model on the excerpts of Pima and Yuma (2020), apart from the library and from R: the log posterior of King
# (1997) with the default priors of R's package ei, its mode by restarts of two optimizers of scipy's, and the
# share over all precincts by a random walk (Metropolis), where the library has importance sampling. The script
# also gives the log posterior at the mode that R's optimizer reports for Biden's ballots in Pima, as
# 28_ecological.R prints it: it lies below. Run in the project's folder: python3 .../28_ecological.py FOLDER, then
# this with the same folder; prints JSON.
import json
import sys
import numpy as np
import pandas as pd
from scipy.optimize import minimize
from scipy.special import log_ndtr, ndtr, ndtri
from scipy.stats import qmc

d = pd.read_csv(sys.argv[1] + "/ecological.csv", dtype={"precinct": str})
nodes, weights = np.polynomial.legendre.leggauss(120)


def log_between(a, b):
    """log of the normal probability from a to b, in the tail that keeps digits"""
    flip = a + b > 0
    a, b = np.where(flip, -b, a), np.where(flip, -a, b)
    top, low = log_ndtr(b), log_ndtr(a)
    return top + np.log1p(-np.exp(np.minimum(low - top, -1e-300)))


class Model:
    def __init__(self, first, second, total):
        self.m, self.t, self.first = first / total, second / total, first
        inside = self.m > 0
        m = np.where(inside, self.m, 1)
        self.low = np.where(inside, np.maximum(0, (self.t - (1 - m)) / m), 0)
        self.high = np.where(inside, np.minimum(1, self.t / m), 1)
        self.corner = (self.m > 0) & (self.m < 1) & ((self.t < 1e-4) | (self.t > 1 - 1e-4))

    @staticmethod
    def natural(x):
        s1, s2 = np.exp(x[2]), np.exp(x[3])
        return x[0] * (0.25 + s1 * s1) + 0.5, x[1] * (0.25 + s2 * s2) + 0.5, s1, s2, np.tanh(x[4])

    def given(self, x):
        """mean and deviation of the first kind's share where the place's share is known, and its variance"""
        b, w, s1, s2, r = self.natural(x)
        m, o = self.m, 1 - self.m
        v = (s1 * m) ** 2 + (s2 * o) ** 2 + 2 * r * s1 * s2 * m * o
        e = self.t - b * m - w * o
        along = s1 * s1 * m + r * s1 * s2 * o
        return b + along / v * e, np.sqrt(np.maximum(s1 * s1 - along * along / v, 1e-12)), v, e

    def log_square(self, x):
        b, w, s1, s2, r = self.natural(x)
        # Gauss and Legendre along the first share, in deviations, over all but 1e-17 of the normal's part of it.
        low, high = -b / s1, (1 - b) / s1
        near = min(max(0, low), high)
        reach = np.sqrt(near * near + 80)
        low, high = max(low, -reach), min(high, reach)
        z = (low + high) / 2 + (high - low) / 2 * nodes
        sd = s2 * np.sqrt(1 - r * r)
        mean = w + r * s2 * z
        logs = -z * z / 2 + log_between(-mean / sd, (1 - mean) / sd) + np.log(weights * (high - low) / 2)
        return np.logaddexp.reduce(logs) - np.log(2 * np.pi) / 2

    def log_posterior(self, x):
        b, w, s1, s2, r = self.natural(x)
        # Far outside the square only rounding is left.
        if min(s1, s2) < 1e-3 or max(s1, s2) > 50 or abs(r) > 0.9999 or max(abs(b), abs(w)) > 20:
            return -np.inf
        mean, sd, v, e = self.given(x)
        own = -(np.log(v) + e * e / v) / 2
        # Where all are of the first kind the others' share is free.
        only = self.m == 1
        free = np.where(only, w + r * s2 / s1 * e, mean), np.where(only, s2 * np.sqrt(1 - r * r), sd)
        low, high = np.where(only, 0, self.low), np.where(only, 1, self.high)
        usual = ~self.corner
        own[usual] += log_between((low[usual] - free[0][usual]) / free[1][usual], (high[usual] - free[0][usual]) / free[1][usual])
        at = np.round(self.t[self.corner])
        za, zb = (at - b) / s1, (at - w) / s2
        own[self.corner] = -(za * za - 2 * r * za * zb + zb * zb) / (2 * (1 - r * r)) - np.log(2 * np.pi * s1 * s2 * np.sqrt(1 - r * r))
        away = lambda q: min(q, 0) + max(q - 1, 0)
        prior = -(s1 * s1 + s2 * s2 + x[4] ** 2) / (2 * 0.25) - (away(b) ** 2 + away(w) ** 2) / (2 * 0.5)
        value = own.sum() - len(self.t) * self.log_square(x) + prior
        return value if np.isfinite(value) else -np.inf

    def mode(self):
        cost = lambda x: min(-self.log_posterior(x), 1e10)
        box = qmc.scale(qmc.Sobol(5, seed=1).random(8), [-6, -6, -3.5, -3.5, -1], [6, 6, -0.5, -0.5, 1])
        found = []
        for start in box:
            x = minimize(cost, start, method="Nelder-Mead", options=dict(maxiter=1500, xatol=1e-5, fatol=1e-6)).x
            found.append(minimize(cost, x, method="Powell", options=dict(xtol=1e-8, ftol=1e-12)))
        return min(found, key=lambda r: r.fun).x

    def share(self, x, rng):
        mean, sd, _, _ = self.given(x)
        a, b = ndtr((self.low - mean) / sd), ndtr((self.high - mean) / sd)
        ua, ub = ndtr(-(self.high - mean) / sd), ndtr(-(self.low - mean) / sd)
        u = rng.uniform(size=len(a))
        upper = self.low + self.high > 2 * mean
        z = np.where(upper, -ndtri(np.clip(ua + u * (ub - ua), 1e-300, 1)), ndtri(np.clip(a + u * (b - a), 1e-300, 1)))
        beta = np.clip(mean + sd * z, self.low, self.high)
        beta = np.where(self.m == 1, self.t, beta)
        return (beta * self.first)[self.m > 0].sum() / self.first.sum()

    def walk(self, x, rng, steps=16000, burn=4000):
        scale, value, kept = np.full(5, 0.1), self.log_posterior(x), []
        trail = []
        factor = np.diag(scale)
        for step in range(steps):
            if step in (1000, 2500):
                # The steps take the shape of what was walked so far.
                factor = np.linalg.cholesky(np.cov(np.array(trail[step // 2:]).T) + 1e-8 * np.eye(5)) * 2.38 / np.sqrt(5)
            y = x + factor @ rng.normal(size=5)
            new = self.log_posterior(y)
            if np.log(rng.uniform()) < new - value:
                x, value = y, new
            trail.append(x)
            if step >= burn and step % 4 == 0:
                kept.append(self.share(x, rng))
        return np.array(kept)


out = {}
for place, group in [("Pima", "democratic"), ("Pima", "republican"), ("Yuma", "democratic"), ("Yuma", "republican")]:
    p = d[d.place == place]
    model = Model(p[group].to_numpy(float), p.senate.to_numpy(float), p.ballots.to_numpy(float))
    x = model.mode()
    chains = [model.walk(x, np.random.default_rng(seed)) for seed in (1, 2, 3)]
    shares = np.concatenate(chains)
    out[f"{place} {group}"] = dict(
        point=float(shares.mean()), error=float(shares.std(ddof=1)),
        lower=float(np.quantile(shares, 0.025)), upper=float(np.quantile(shares, 0.975)),
        between_chains=float(np.std([c.mean() for c in chains], ddof=1)),
        mode=[float(v) for v in x], log_posterior=float(model.log_posterior(x)))
    if place == "Pima" and group == "democratic":
        reported = [3.1843725559, -1.6118950599, -2.3529887867, -1.3739705672, 0.1138772102]
        out["Pima democratic"]["log_posterior_at_R"] = float(model.log_posterior(np.array(reported)))
print(json.dumps(out, indent=1))
