# Honest elections of 2024, apart from the library (numpy, pandas): each count (a state and way of voting) keeps
# its places and their votes; Trump's shares are beta-binomial around each county's own share, with the count's
# own correlation by moments (Kleinman 1973), where the page has the maximum of the likelihood.
# Read by 33_honest_counts.py and 35_honest_density.py, run in the project's folder.
import numpy as np
import pandas as pd


def honest_counts(rng, elections):
    """Yields for each count its honest elections: places' votes and, one election a row drawn when asked, Trump's."""
    d = pd.read_parquet("data/precinct_votes_2024.parquet")
    d = d[d.harris.notna() & d.trump.notna() & (d.harris >= 0) & (d.trump >= 0)]
    d = d.assign(votes=(d.harris + d.trump).astype(int), county=d.fips.fillna(d.jurisdiction).fillna(""))
    d = d[d.votes >= 100]
    for _, g in d.groupby(["state_po", "mode"]):
        if len(g) < 200 or g.votes.nunique() <= 20:
            continue
        yield g.votes.to_numpy(), draws(g, rng, elections)


def draws(g, rng, elections):
    n, k = g.votes.to_numpy(), g.trump.to_numpy(int)
    codes = pd.factorize(g.county)[0]
    sums = lambda v: np.bincount(codes, weights=v)[codes]
    mean, places = sums(k) / sums(n), sums(np.ones(len(n)))
    # E (k − np)² = np(1−p)(1 + (n−1)ρ), less what the county's own mean takes of it (one of its places).
    inner = (mean > 0) & (mean < 1)
    keep = (places > 1) & inner
    base = np.maximum(n * mean * (1 - mean), 1e-9)
    scaled = ((k - n * mean) ** 2 / base * places / np.maximum(places - 1, 1))[keep]
    rho = float(np.clip((scaled - 1).sum() / (n[keep] - 1).sum(), 1e-6, 0.9))
    size = 1 / rho - 1
    for _ in range(elections):
        share = mean.copy()
        share[inner] = rng.beta(mean[inner] * size, (1 - mean[inner]) * size)
        yield rng.binomial(n, share)
