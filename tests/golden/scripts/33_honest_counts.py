# How many counts of 2024 (a state and way of voting) three tests flag where nothing was changed, in how many the
# share goes with the number of votes, and in how many larger places vary less than smaller ones, apart from the
# library: numpy and scipy; each count's places keep their votes, shares are drawn by the beta-binomial
# distribution around each county's own share with the count's own correlation, by moments (Kleinman 1973), where
# the page has the maximum of the likelihood. Run in the project's folder; prints JSON.
import json
import numpy as np
import pandas as pd
from scipy.stats import binom, chi2, norm, pearsonr

ELECTIONS = 20
rng = np.random.default_rng(33)
d = pd.read_parquet("data/precinct_votes_2024.parquet")
d = d[d.harris.notna() & d.trump.notna() & (d.harris >= 0) & (d.trump >= 0)]
d = d.assign(votes=(d.harris + d.trump).astype(int), county=d.fips.fillna(d.jurisdiction).fillna(""))
d = d[d.votes >= 100]
benford = np.array([sum(np.log10(1 + 1 / (10 * a + b)) for a in range(1, 10)) for b in range(10)])


def p_digits(k):
    k = k[k >= 10]
    second = np.array([int(str(v)[1]) for v in k.tolist()])
    seen = np.bincount(second, minlength=10)
    return chi2.sf(((seen - len(k) * benford) ** 2 / (len(k) * benford)).sum(), 9)


def p_round(k, n, step):
    q = 100 * k / n
    seen = (np.abs(q - step * np.round(q / step)) <= 0.05 + 1e-9).sum()
    j = np.arange(0, 100 // step + 1)[:, None] * step
    low, high = np.ceil(n * (j - 0.05) / 100 - 1e-9), np.floor(n * (j + 0.05) / 100 + 1e-9)
    rows, cols = np.nonzero(high >= low)
    # Only multiples near the share have any chance.
    near = np.abs(n[cols] * rows * step / 100 - k[cols]) < 9 * np.sqrt(n[cols] / 4) + 2
    rows, cols = rows[near], cols[near]
    share = (k / n)[cols]
    chance = binom.cdf(np.minimum(high[rows, cols], n[cols]), n[cols], share) - binom.cdf(np.maximum(low[rows, cols], 0) - 1, n[cols], share)
    c = np.bincount(cols, weights=chance, minlength=len(k))
    c = np.where((k == 0) | (k == n), 1, c)
    spread = np.sqrt((c * (1 - c)).sum())
    return norm.sf((seen - 0.5 - c.sum()) / spread)


def narrows(k, n):
    small, large = (k / n)[n < 250], (k / n)[n >= 500]
    return len(small) >= 30 and len(large) >= 30 and large.std(ddof=1) < small.std(ddof=1)


totals = {"whole": 0.0, "fives": 0.0, "digits": 0.0, "size": 0.0, "narrower": 0.0}
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
    base = n * mean * (1 - mean)
    scaled = ((k - n * mean) ** 2 / base * places / (places - 1))[keep]
    rho = float(np.clip((scaled - 1).sum() / (n[keep] - 1).sum(), 1e-6, 0.9))
    size = 1 / rho - 1
    inner = (mean > 0) & (mean < 1)
    for _ in range(ELECTIONS):
        share = mean.copy()
        share[inner] = rng.beta(mean[inner] * size, (1 - mean[inner]) * size)
        drawn = rng.binomial(n, share)
        totals["digits"] += (p_digits(drawn) < 0.05) / ELECTIONS
        totals["whole"] += (p_round(drawn, n, 1) < 0.05) / ELECTIONS
        totals["size"] += (pearsonr(np.log(n), drawn / n).pvalue < 0.05) / ELECTIONS
        totals["narrower"] += narrows(drawn, n) / ELECTIONS
        totals["fives"] += (p_round(drawn, n, 5) < 0.05) / ELECTIONS
print(json.dumps(dict(counts=counts, elections=ELECTIONS, **totals), indent=1))
