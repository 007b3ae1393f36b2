"""Cinelli and Hazlett's robustness value at a level, from its definition: the least r for which some
confounder with both partial R-squared at most r makes |t| no larger than the critical t.

Run in tests/golden: python3 scripts/robustness_value.py. Writes robustness_value.json.
"""
import json
import numpy as np
from scipy import optimize, stats


def least_t(f, df, r):
    """The smallest adjusted |t| over confounders with partial R2 x of treatment and y of outcome up to r."""
    x = r
    y = np.linspace(0, r, 200001)[:-1] if r == 1 else np.linspace(0, r, 200001)
    bias = np.sqrt(y * x / (1 - x))
    scale = np.sqrt((1 - y) / (1 - x)) / np.sqrt(df - 1)
    return np.min((f - bias) / scale)


rows = []
for df in (2.5, 3, 5, 8, 20, 100):
    for t in (1.5, 3, 5, 8, 20):
        for alpha in (0.05, 0.2):
            f = t / np.sqrt(df)
            critical = stats.t.isf(alpha / 2, df - 1)
            if least_t(f, df, 1e-12) <= critical:
                rows.append([t, df, alpha, 0])
                continue
            r = optimize.brentq(lambda r: least_t(f, df, r) - critical, 1e-12, 1 - 1e-9, xtol=1e-12)
            rows.append([t, df, alpha, r])
with open("robustness_value.json", "w") as file:
    json.dump({"columns": ["t", "degreesOfFreedom", "alpha", "valueAtAlpha"], "rows": rows}, file, indent=0)
