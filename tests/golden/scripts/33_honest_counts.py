# How many counts of 2024 three tests flag where nothing was changed, in how many the share goes with the number of
# votes, and in how many larger places vary less than smaller ones, in honest_elections.py's elections: numpy and
# scipy. Run in the project's folder; prints JSON.
import json
import numpy as np
from scipy.stats import binom, chi2, norm, pearsonr
from honest_elections import honest_counts

ELECTIONS = 20
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
for n, elections in honest_counts(np.random.default_rng(33), ELECTIONS):
    counts += 1
    for drawn in elections:
        totals["digits"] += (p_digits(drawn) < 0.05) / ELECTIONS
        totals["whole"] += (p_round(drawn, n, 1) < 0.05) / ELECTIONS
        totals["size"] += (pearsonr(np.log(n), drawn / n).pvalue < 0.05) / ELECTIONS
        totals["narrower"] += narrows(drawn, n) / ELECTIONS
        totals["fives"] += (p_round(drawn, n, 5) < 0.05) / ELECTIONS
print(json.dumps(dict(counts=counts, elections=ELECTIONS, **totals), indent=1))
