"""The jobs of stats.ts in numpy and scipy, written as one who knows them would: stats.py JOB TIMES FILE."""
import json, re, sys, time

import numpy as np

job, times, path = sys.argv[1], int(sys.argv[2]), sys.argv[3]
units = json.load(open(path))
column = lambda name: np.array([unit[name] for unit in units], dtype=float)
covariates = {name: np.array([u["covariates"][name] for u in units]) for name in units[0]["covariates"]}
county = np.array([unit["group"] for unit in units])


def permutation():
    rng = np.random.default_rng(1)
    draws = 10_000 * times
    outcome = column("twoParty") - column("twoPartyBefore")
    treated = (column("dose") >= 0.5).astype(float)
    total, observed = np.zeros(draws), 0.0
    for label in np.unique(county):
        s = np.flatnonzero(county == label)
        if not 0 < treated[s].sum() < len(s):
            continue
        centered = outcome[s] - outcome[s].mean()
        observed += treated[s] @ centered
        for start in range(0, draws, 5000):
            size = min(5000, draws - start)
            total[start:start + size] += rng.permuted(np.broadcast_to(treated[s], (size, len(s))), axis=1) @ centered
    return [(1 + np.sum(np.abs(total) >= abs(observed) - 1e-9)) / (draws + 1)]


def cr2(x, y, weights, labels):
    """(Weighted) least squares, CR2 and Satterthwaite's degrees of freedom for the second column."""
    w = np.ones(len(y)) if weights is None else weights
    root = np.sqrt(w)
    q, r = np.linalg.qr(x * root[:, None])
    error = y - x @ np.linalg.solve(r, q.T @ (y * root))
    back = np.linalg.inv(r)
    cross = q.T @ (q * w[:, None])
    order = np.argsort(labels, kind="stable")
    strata = np.split(order, np.flatnonzero(labels[order][1:] != labels[order][:-1]) + 1)
    scores, lower, upper, own = [], [], [], []
    for s in strata:
        lo, up = q[s] / root[s, None], q[s] * root[s, None]
        v = np.eye(len(s)) - lo @ up.T - up @ lo.T + lo @ cross @ lo.T
        value, vector = np.linalg.eigh(v)
        keep = value > 1e-10
        adjusted = (vector[:, keep] / np.sqrt(value[keep])) @ (vector[:, keep].T @ up)
        scores.append(adjusted.T @ error[s])
        p = adjusted @ back[1]
        own.append(p @ p)
        lower.append(lo.T @ p)
        upper.append(up.T @ p)
    scores, lower, upper = np.array(scores), np.array(lower), np.array(upper)
    covariance = back @ (scores.T @ scores) @ back.T
    product = np.diag(own) - lower @ upper.T - upper @ lower.T + lower @ cross @ lower.T
    degrees = np.trace(product) ** 2 / np.sum(product ** 2)
    return [float(np.linalg.solve(r, q.T @ (y * root))[1]), float(np.sqrt(covariance[1, 1])), float(degrees)]


def effect(outcome, dose, by_votes, names, within, size, turns=1):
    keep = np.ones(len(units), bool)
    if within:
        labels, position, sizes = np.unique(county, return_inverse=True, return_counts=True)
        keep = sizes[position] > 1
    votes = column("votes")
    y = column("twoParty") - (0 if outcome == "two-party" else column("twoPartyBefore"))
    share = column("dose")
    x = [np.ones(len(units)), share if dose == "share" else (share >= dose).astype(float)]
    if size:
        x += [np.log10(votes), np.log10(votes) ** 2]
    if outcome == "two-party":
        x.append(column("twoPartyBefore"))
    x += [covariates[name] for name in names]
    if within:
        x += [(county == label).astype(float) for label in np.unique(county[keep])[1:]]
    x, y, votes, labels = np.array(x).T[keep], y[keep], votes[keep], county[keep]
    x, y, votes = np.tile(x, (turns, 1)), np.tile(y, turns), np.tile(votes, turns)
    labels = np.concatenate([np.char.add(labels, f" {turn}") for turn in range(turns)])
    return cr2(x, y, votes if by_votes else None, labels)


def cr2_job():
    return effect("two-party", "share", True, list(covariates), False, False, times)


def grid():
    few = ["college", "white", "log density"]
    return [
        number
        for outcome in (["two-party"] if times < 16 else ["two-party", "change"])
        for dose in (["share"] if times < 16 else ["share", 0.5])
        for by_votes in ([False] if times < 4 else [False, True])
        for names in ([few] if times < 4 else [few, list(covariates)])
        for within in (False, True)
        for size in (False, True)
        for number in effect(outcome, dose, by_votes, names, within, size)
    ]


def digits():
    from scipy.stats import chi2

    rng = np.random.default_rng(1)
    elections = 100 * times
    law = np.array([sum(np.log10(1 + 1 / (10 * first + second)) for first in range(1, 10)) for second in range(10)])
    votes, shares = column("votes").astype(int), column("twoParty") / 100
    flagged = 0
    for _ in range(elections):
        counts = rng.binomial(votes, shares)
        counts = counts[counts >= 10]
        power = np.floor(np.log10(counts) + 1e-12).astype(int)
        second = counts // 10 ** (power - 1) % 10
        observed = np.bincount(second, minlength=10)
        expected = len(counts) * law
        flagged += chi2.sf(((observed - expected) ** 2 / expected).sum(), 9) < 0.05
    return [flagged / elections]


def minerva():
    from scipy.special import bdtrc

    limit, chance, most = 0.05, 0.9, 10**7
    tail = lambda k, n, p: float(bdtrc(k - 1, n, p)) if k > 0 else 1.0

    def stopping(n, share):
        stops = lambda k: tail(k, n, share) > 0 and tail(k, n, share) * limit >= tail(k, n, 0.5)
        low, high = n // 2, min(n, int(np.ceil(n * share + 8 * np.sqrt(n * share * (1 - share)))) + 1)
        if not stops(high):
            return None
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if stops(middle) else (middle + 1, high)
        return low

    def power(n, share):
        k = stopping(n, share)
        return 0.0 if k is None else tail(k, n, share)

    rounds = []
    for i in range(4 * times):
        share = round(most * (0.505 + 0.1 * i / (4 * times))) / most
        high = 16
        while high < most and power(high, share) < chance:
            high = min(2 * high, most)
        low = high // 2
        while low < high:
            middle = (low + high) // 2
            low, high = (low, middle) if power(middle, share) >= chance else (middle + 1, high)
        n = max(1, low - min(100_000, max(60, int(3 * np.sqrt(low)))))
        while n < low and power(n, share) < chance:
            n += 1
        rounds.append(n)
    return rounds


run = {"permutation": permutation, "cr2": cr2_job, "grid": grid, "digits": digits, "minerva": minerva}[job]
start = time.perf_counter()
while time.perf_counter() - start < 2:
    run()
start = time.perf_counter()
result = run()
seconds = time.perf_counter() - start
peak = int(re.search(r"VmHWM:\s+(\d+)", open("/proc/self/status").read())[1]) / 1024
print(json.dumps({"seconds": seconds, "peak": peak, "result": [float(number) for number in result]}))
