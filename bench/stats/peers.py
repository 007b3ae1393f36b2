"""The jobs of the statistics benchmarks in numpy and scipy, on the same data.

Reads a job's name from each line of its input, does the job and answers with one number, so that the
caller's clock also sees the caller's and this side's results agree. Usage: python3 peers.py FILE, where
FILE holds the columns as JSON."""
import json
import sys

import numpy as np

data = json.load(open(sys.argv[1]))
outcome = np.array(data["outcome"])
columns = np.array(data["columns"]).T  # n x k, the intercept first
weights = np.array(data["weights"])
treated = np.array(data["treated"])
residual = np.array(data["residuals"])
labels = np.array(data["strata"])
DRAWS = data["draws"]
strata = [np.flatnonzero(labels == label) for label in np.unique(labels)]
informative = [s for s in strata if 0 < treated[s].sum() < len(s)]


def permutation_stratified():
    """Vectorized: all draws of a stratum at once, as a matrix of permuted labels times the outcome."""
    rng = np.random.default_rng(1)
    total = np.zeros(DRAWS)
    observed = 0.0
    for s in informative:
        centered = residual[s] - residual[s].mean()
        flags = treated[s].astype(float)
        total += rng.permuted(np.broadcast_to(flags, (DRAWS, len(s))), axis=1) @ centered
        observed += flags @ centered
    return (1 + np.sum(np.abs(total) >= abs(observed) - 1e-9)) / (DRAWS + 1)


def permutation_plain():
    """Vectorized in batches that fit the cache better than one matrix of 100,000 x 1,808 would."""
    rng = np.random.default_rng(1)
    centered = residual - residual.mean()
    flags = treated.astype(float)
    observed = abs(flags @ centered)
    extreme = 0
    for start in range(0, DRAWS, 1000):
        size = min(1000, DRAWS - start)
        extreme += np.sum(np.abs(rng.permuted(np.broadcast_to(flags, (size, len(flags))), axis=1) @ centered) >= observed - 1e-9)
    return (1 + extreme) / (DRAWS + 1)


def permutation_scipy():
    from scipy.stats import permutation_test

    def statistic(x, y, axis):
        return x.mean(axis=axis) - y.mean(axis=axis)

    test = permutation_test(
        (residual[treated == 1], residual[treated == 0]), statistic, vectorized=True,
        n_resamples=DRAWS, batch=1000, rng=np.random.default_rng(1))
    return test.pvalue


def cluster_robust():
    """Weighted least squares with CR2 and Satterthwaite's degrees of freedom for the second column."""
    root = np.sqrt(weights)
    q, r = np.linalg.qr(columns * root[:, None])
    coefficients = np.linalg.solve(r, q.T @ (outcome * root))
    error = outcome - columns @ coefficients
    back = np.linalg.inv(r)
    cross = q.T @ (q * weights[:, None])
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
    return float(np.sqrt(covariance[1, 1]) + 0 * degrees)


for line in sys.stdin:
    print(globals()[line.strip()](), flush=True)
