# King's truncated normal model and the binomial-beta model of two by two, written a second time, in Python with
# scipy's functions: the same generator (Blackman and Vigna's xoshiro128**, seeded by splitmix32) and the same
# steps, so that each draw is the same to the last few digits. Run in tests/golden:
# python3 scripts/ecological_chains.py. Writes ecological_chains.json.
import json
import math

import numpy as np
from scipy.special import gammaln, ndtr, ndtri

M = 0xFFFFFFFF


def rotl(x, k):
    return ((x << k) | (x >> (32 - k))) & M


class Xoshiro128:
    def __init__(self, seed):
        self.s = []
        word = seed & M
        for _ in range(4):
            word = (word + 0x9E3779B9) & M
            z = ((word ^ (word >> 16)) * 0x21F0AAAD) & M
            z = ((z ^ (z >> 15)) * 0x735A2D97) & M
            self.s.append(z ^ (z >> 15))

    def next(self):
        s = self.s
        result = (rotl((s[1] * 5) & M, 7) * 9) & M
        t = (s[1] << 9) & M
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotl(s[3], 11)
        return result

    def uniform(self):
        high = self.next() >> 5
        return (high * 2**26 + (self.next() >> 6)) / 2**53

    def normal(self):
        return ndtri(1 - self.uniform() * (1 - 1e-16))


class Place:
    def __init__(self, first, second, total):
        self.first, self.second, self.total = first, second, total
        self.make, self.share = first / total, second / total
        single = first in (0, total)
        self.lower = 0 if single else max(0, first + second - total) / first
        self.upper = 1 if single else min(first, second) / first


def interval(shares):
    shares = sorted(shares)
    n = len(shares)
    return {
        "point": sum(shares) / n,
        "lower": shares[math.floor(0.025 * (n - 1))],
        "upper": shares[math.ceil(0.975 * (n - 1))],
    }


# King's model.


def between(a, b):
    """The normal probability from a to b, in the tail that has the digits."""
    flip = np.add(a, b) > 0
    return ndtr(np.where(flip, -np.asarray(a), b)) - ndtr(np.where(flip, -np.asarray(b), a))


def log(p):
    return math.log(p) if p > 0 else -math.inf


def scales(x):
    s1, s2 = math.exp(x[2]), math.exp(x[3])
    return x[0] * (0.25 + s1**2) + 0.5, x[1] * (0.25 + s2**2) + 0.5, s1, s2, math.tanh(x[4])


NODES, NODE_WEIGHTS = np.polynomial.legendre.leggauss(160)


def log_square(m1, m2, s1, s2, r):
    """ln P(both shares in the square), by Gauss and Legendre over the first in standard deviations."""
    low, high = -m1 / s1, (1 - m1) / s1
    near = low if low > 0 else high if high < 0 else 0
    reach = math.sqrt(near**2 + 80)
    low, high = max(low, -reach), min(high, reach)
    z = (high + low) / 2 + (high - low) / 2 * NODES
    mean, sd = m2 + r * s2 * z, s2 * math.sqrt(1 - r * r)
    inner = between(-mean / sd, (1 - mean) / sd) * np.exp((near**2 - z * z) / 2)
    return log((NODE_WEIGHTS * inner).sum() * (high - low) / 2 / math.sqrt(2 * math.pi)) - near**2 / 2


def conditional(m1, s1, s2, r, m, e, v):
    along = s1**2 * m + r * s1 * s2 * (1 - m)
    return m1 + along / v * e, math.sqrt(max(s1**2 - along**2 / v, 1e-12))


def log_posterior(places, x):
    m1, m2, s1, s2, r = scales(x)
    if min(s1, s2) < 1e-3 or max(s1, s2) > 50 or abs(r) > 0.9999:
        return -math.inf
    square = log_square(m1, m2, s1, s2, r)
    if square == -math.inf:
        return square
    total = -len(places) * square
    for p in places:
        m, o = p.make, 1 - p.make
        if 0 < m < 1 and not 1e-4 <= p.share <= 1 - 1e-4:
            a, b = (round(p.share) - m1) / s1, (round(p.share) - m2) / s2
            total -= (a * a - 2 * r * a * b + b * b) / (2 * (1 - r * r))
            total -= math.log(2 * math.pi * s1 * s2 * math.sqrt(1 - r * r))
            continue
        v = (s1 * m) ** 2 + (s2 * o) ** 2 + 2 * r * s1 * s2 * m * o
        e = p.share - m1 * m - m2 * o
        total -= (math.log(v) + e * e / v) / 2
        if m == 1:
            mean, sd = m2 + r * s2 / s1 * e, s2 * math.sqrt(1 - r * r)
        else:
            mean, sd = conditional(m1, s1, s2, r, m, e, v)
        total += log(between((p.lower - mean) / sd, (p.upper - mean) / sd))
    away = lambda v: v if v < 0 else v - 1 if v > 1 else 0
    total -= (s1**2 + s2**2 + x[4] ** 2) / (2 * 0.5**2)
    total -= (away(m1) ** 2 + away(m2) ** 2) / (2 * 0.5)
    return -math.inf if math.isnan(total) else total


def simplex(f, start, step):
    n = len(start)
    points = []
    for i in range(n + 1):
        x = np.array(start, float)
        if i > 0:
            x[i - 1] += step
        points.append((f(x), x))
    for _ in range(400 * n):
        points.sort(key=lambda p: p[0])
        if points[n][0] - points[0][0] < 1e-10 * max(1, abs(points[0][0])):
            break
        center = sum(x for _, x in points[:n]) / n
        worst = points[n][1]
        along = lambda t: (lambda x: (f(x), x))(center + t * (worst - center))
        reflected = along(-1)
        if reflected[0] < points[0][0]:
            points[n] = min(along(-2), reflected, key=lambda p: p[0])
        elif reflected[0] < points[n - 1][0]:
            points[n] = reflected
        else:
            contracted = along(-0.5 if reflected[0] < points[n][0] else 0.5)
            if contracted[0] < min(reflected[0], points[n][0]):
                points[n] = contracted
            else:
                halved = [(x + points[0][1]) / 2 for _, x in points[1:]]
                points = points[:1] + [(f(x), x) for x in halved]
    return min(points, key=lambda p: p[0])


def minimum(f, start, step):
    best = (f(np.array(start, float)), np.array(start, float))
    for round_ in range(8):
        found = simplex(f, best[1], step)
        gain = best[0] - found[0]
        if found[0] <= best[0]:
            best = found
        if round_ > 0 and not gain > 1e-9 * max(1, abs(best[0])):
            break
    return best


def king(places, draws, seed):
    random = Xoshiro128(seed)
    cost = lambda x: -log_posterior(places, x)
    value, mode = minimum(cost, [0, 0, math.log(0.2), math.log(0.2), 0], 0.5)
    h = 1e-3
    e = np.eye(5) * h
    bent = np.array([
        [
            (cost(mode + e[i] + e[j]) - cost(mode + e[i] - e[j]) - cost(mode - e[i] + e[j]) + cost(mode - e[i] - e[j]))
            / (4 * h * h)
            for j in range(5)
        ]
        for i in range(5)
    ])
    ridge = 0.0
    while np.linalg.eigvalsh(bent + ridge * np.eye(5)).min() <= 1e-7:
        ridge = 1e-3 if ridge == 0 else 4 * ridge
    factor = np.linalg.cholesky(bent + ridge * np.eye(5))
    xs, logs = [], []
    for _ in range(4 * draws):
        z = np.array([random.normal() for _ in range(5)])
        x = mode + np.linalg.solve(factor.T, z)
        xs.append(x)
        logs.append(value - cost(x) + (z * z).sum() / 2)
    weights = np.exp(np.array(logs) - max(logs))
    ends = np.cumsum(weights)
    voters = sum(p.first for p in places)
    shares = []
    for draw in range(draws):
        at = (draw + random.uniform()) / draws * ends[-1]
        m1, m2, s1, s2, r = scales(xs[min(int(np.searchsorted(ends, at)), len(ends) - 1)])
        total = 0.0
        for p in places:
            if p.first == 0:
                continue
            m, o = p.make, 1 - p.make
            if m == 1 or not p.upper > p.lower:
                total += p.first * (p.share if m == 1 else p.lower)
                continue
            v = (s1 * m) ** 2 + (s2 * o) ** 2 + 2 * r * s1 * s2 * m * o
            mean, sd = conditional(m1, s1, s2, r, m, p.share - m1 * m - m2 * o, v)
            a, b = (p.lower - mean) / sd, (p.upper - mean) / sd
            flipped = a + b < 0
            if flipped:
                a, b = -b, -a
            tail = ndtr(-b) + random.uniform() * (ndtr(-a) - ndtr(-b))
            z = -ndtri(tail) if tail > 0 else a
            total += p.first * min(p.upper, max(p.lower, mean + sd * (-z if flipped else z)))
        shares.append(total / voters)
    return {**interval(shares), "mode": list(mode), "ridge": ridge}


# The binomial-beta model.


def regression(places):
    """Goodman's regression of the share on the make-up, weighted by ballots: its value where all are of the first kind."""
    w = np.array([p.total for p in places], float)
    x = np.array([p.make for p in places])
    y = np.array([p.share for p in places])
    mx, my = (w * x).sum() / w.sum(), (w * y).sum() / w.sum()
    slope = (w * (x - mx) * (y - my)).sum() / (w * (x - mx) ** 2).sum()
    return my + slope * (1 - mx)


def binomial_beta(places, sweeps, seed):
    random = Xoshiro128(seed)
    start = regression(places)
    within = lambda s: min(1 - 1e-3, max(1e-3, s))
    state, widths = [], []
    for p in places:
        a = within(p.share if p.make == 1 else min(p.upper, max(p.lower, start)))
        b = within(p.share if p.make == 1 else (p.share - p.make * a) / (1 - p.make))
        state.append([a, b])
        widths.append([0.1] * 3)
    shapes = []
    for kind in (0, 1):
        mean = sum(s[kind] for s in state) / len(state)
        shapes.append([20 * mean, 20 * (1 - mean)])
    spreads = [[0.1, 0.1], [0.1, 0.1]]
    prior = lambda s, t: (t[0] - 1) * math.log(s) + (t[1] - 1) * math.log1p(-s)

    def likelihood(p, a, b):
        q = p.make * a + (1 - p.make) * b
        return p.second * math.log(q) + (p.total - p.second) * math.log1p(-q)

    fitted = lambda width, accepted: min(2, width * (1.1 if accepted else 0.95))
    voters = sum(p.first for p in places)
    kept = []
    for sweep in range(-math.ceil(sweeps / 4), sweeps):
        warming = sweep < 0
        for i, p in enumerate(places):
            for kind in range(3):
                step = widths[i][kind] * (2 * random.uniform() - 1)
                old = state[i]
                new = list(old)
                if kind < 2:
                    new[kind] += step
                else:
                    new = [old[0] + step * (1 - p.make), old[1] - step * p.make]
                accepted = False
                if all(1e-12 < s < 1 - 1e-12 for s in new):
                    gain = sum(prior(new[k], shapes[k]) - prior(old[k], shapes[k]) for k in (0, 1))
                    if kind < 2:
                        gain += likelihood(p, *new) - likelihood(p, *old)
                    accepted = math.log(1 - random.uniform()) < gain
                    if accepted:
                        state[i] = new
                if warming:
                    widths[i][kind] = fitted(widths[i][kind], accepted)
        for kind in (0, 1):
            logs = sum(math.log(s[kind]) for s in state)
            others = sum(math.log1p(-s[kind]) for s in state)
            n = len(places)
            # Gamma priors of shape 4 and rate 2; steps are in logarithms, hence 4 and not 3.
            posterior = lambda y, m: (
                n * (gammaln(y + m) - gammaln(y) - gammaln(m)) + y * logs + m * others + 4 * math.log(y * m) - 2 * (y + m)
            )
            for round_ in range(6):
                way = round_ % 2
                step = spreads[kind][way] * random.normal()
                y = shapes[kind][0] * math.exp(step)
                m = shapes[kind][1] * math.exp(step if way == 0 else -step)
                accepted = math.log(1 - random.uniform()) < posterior(y, m) - posterior(*shapes[kind])
                if accepted:
                    shapes[kind] = [y, m]
                if warming:
                    spreads[kind][way] = fitted(spreads[kind][way], accepted)
        if not warming:
            kept.append(sum(p.first * s[0] for p, s in zip(places, state)) / voters)
    return interval(kept)


SETS = {
    "few ballots": [[1, 5, 9], [4, 2, 8], [7, 9, 12], [3, 1, 4], [6, 4, 10], [9, 6, 14]],
    "of one kind too": [[0, 310, 1000], [1000, 620, 1000], [250, 400, 700], [900, 400, 1000], [400, 520, 1000]],
    "of one kind, less alike": [[0, 310, 1000], [1000, 620, 1000], [250, 500, 700], [900, 300, 1000], [400, 220, 1000], [700, 650, 900]],
    "nobody and everybody": [[250, 0, 1000], [900, 1000, 1000], [300, 720, 1000], [600, 280, 1000], [450, 500, 800], [10, 500, 900], [600, 300, 800]],
    "few of the first kind": [[10, 2, 1000], [40, 20, 500], [5, 9, 2000], [90, 60, 800]],
}

if __name__ == "__main__":
    out = {}
    for name, rows in SETS.items():
        places = [Place(*row) for row in rows]
        out[name] = {
            "places": rows,
            "king": [{"draws": d, "seed": s, **king(places, d, s)} for d, s in ((40, 1), (83, 7))],
            "binomialBeta": [{"sweeps": n, "seed": s, **binomial_beta(places, n, s)} for n, s in ((100, 1), (161, 7))],
        }
    with open("ecological_chains.json", "w") as file:
        json.dump(out, file, indent=1)
        file.write("\n")
