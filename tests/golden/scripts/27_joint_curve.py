#!/usr/bin/env python3
"""Joint inference for the 64 models of Wisconsin's municipalities: a wild cluster bootstrap by county with the null
imposed in each model and one weight a county in all (Simonsohn, Simmons and Nelson 2020), t by CR1, Webb's points.
numpy alone, by the algebra of projections. Run in tests/golden."""
import itertools, json
import numpy as np, pandas as pd
from scipy import stats
d = pd.read_csv('data/wi_muni_2016.csv'); d['y'] = 100 * d.dem16 / (d.dem16 + d.rep16); d['b'] = 100 * d.dem12 / (d.dem12 + d.rep12); d['l'] = np.log10(d.votes16); d['D'] = (d.dre >= .5) * 1.0
counties = sorted(d.county.unique()); DRAWS = 4000; rng = np.random.default_rng(20161108)
V = rng.choice([-np.sqrt(1.5), -1, -np.sqrt(.5), np.sqrt(.5), 1, np.sqrt(1.5)], (DRAWS, len(counties)))
observed, drawn = [], []
for outcome, dose, weight, wide, fe, size in itertools.product(('level', 'change'), ('dre', 'D'), (0, 1), (0, 1), (0, 1), (0, 1)):
    x = d[d.county.map(d.county.value_counts()) > 1] if fe else d
    cols = [x.college, x.white, np.log(x.dense)] + ([x.black, x.latino, np.log(x.inc), x.age, x.unemp] if wide else []) + ([x.b] if outcome == 'level' else []) + ([x.l, x.l ** 2] if size else [])
    Z = np.column_stack([(c - c.mean()) / c.std() for c in cols] + ([pd.get_dummies(x.county).values.astype(float)] if fe else [np.ones(len(x))]))
    r = np.sqrt(x.votes16.values / x.votes16.mean()) if weight else np.ones(len(x)); y = (x.y if outcome == 'level' else x.y - x.b).values * r
    Q, _ = np.linalg.qr(Z * r[:, None]); u = y - Q @ (Q.T @ y); z = x[dose].values * r; z = z - Q @ (Q.T @ z); zz = z @ z
    Q = np.column_stack([Q, z / np.sqrt(zz)]); at = np.array([counties.index(c) for c in x.county]); G = len(set(at)); n, k = Q.shape
    one = np.zeros((len(counties), n)); one[at, np.arange(n)] = 1
    a, C, B = one @ (z * u), one @ (Q * u[:, None]), one @ (Q * z[:, None]); factor = G / (G - 1) * (n - 1) / (n - k); critical = stats.t.ppf(.975, G - 1)
    def run(W): S = W * a - (W @ C) @ B.T; beta = W @ a / zz; return beta, beta / np.sqrt(factor * (S ** 2).sum(1)) * zz, critical
    observed.append(run(np.ones((1, len(counties))))); drawn.append(run(V))
def curve(runs):
    b = np.array([q[0] for q in runs]); t = np.array([q[1] for q in runs]); c = np.array([q[2] for q in runs])[:, None]; sign = np.where((b > 0).sum(0) * 2 >= len(b), 1, -1)
    return np.median(b, 0), ((abs(t) >= c) & (b * sign > 0)).mean(0)
(m,), (s,) = curve(observed); M, S = curve(drawn)
out = dict(draws=DRAWS, observed_median=m, observed_significant=s, median=(1 + (abs(M) >= abs(m)).sum()) / (DRAWS + 1), significant=(1 + (S >= s - 1e-9).sum()) / (DRAWS + 1))
json.dump(out, open('joint_curve.json', 'w'), indent=1, default=float); print(out)
