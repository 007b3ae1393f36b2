"""How alike states of a census region swing, and the chance of an inversion when they swing together.

Written apart from the library, from the same units: python3 tests/golden/scripts/regional_swings.py
> tests/golden/regional_swings.json, at the project's root. The correlation is found by plain
analysis of variance with numpy; the chances by 400,000 draws a case with numpy's own generator.
"""
import json

import numpy as np

UNITS = json.load(open("tests/golden/units_1976_2024.json", encoding="utf-8"))
REGIONS = {
    "NE": "CT ME MA NH RI VT NJ NY PA",
    "MW": "IL IN MI OH WI IA KS MN MO NE ND SD",
    "S": "DE DC FL GA MD NC SC VA WV AL KY MS TN AR LA OK TX",
    "W": "AZ CO ID MT NV NM UT WY AK CA HI OR WA",
}
REGION = {state: name for name, states in REGIONS.items() for state in states.split()}
YEARS = sorted(UNITS)


def two_party(year):
    rows = UNITS[year]["units"]
    nation = np.array([[d, r] for unit, _, d, r, _ in rows if len(unit) == 2]).sum(axis=0)
    national = 100 * (nation[0] - nation[1]) / nation.sum()
    return rows, nation.sum(), national, {u: 100 * (d - r) / (d + r) - national for u, _, d, r, _ in rows}


def correlation(years):
    ssb = ssw = dfb = dfw = size = 0.0
    squares = []
    for before, after in zip(years, years[1:]):
        old, new = two_party(before)[3], two_party(after)[3]
        states = [s for s in new if len(s) == 2]
        x = np.array([new[s] - old[s] for s in states])
        squares.append(np.mean(x**2))
        g = np.array([REGION[s] for s in states])
        counts = np.array([np.sum(g == name) for name in REGIONS])
        means = np.array([x[g == name].mean() for name in REGIONS])
        ssb += np.sum(counts * (means - x.mean()) ** 2)
        ssw += sum(np.sum((x[g == name] - m) ** 2) for name, m in zip(REGIONS, means))
        dfb += len(REGIONS) - 1
        dfw += len(states) - len(REGIONS)
        size += len(states) - np.sum(counts**2) / len(states)
    own = ssw / dfw
    shared = max(0, (ssb / dfb - own) / (size / dfb))
    return shared / (shared + own), float(np.sqrt(np.mean(squares)))


def chances(year, rho, sigma, margins, draws=400_000, seed=7):
    rows, whole, _, position = two_party(year)
    rng = np.random.default_rng(seed)
    names = list(REGIONS)
    region = np.array([names.index(REGION[u[:2]]) for u, *_ in rows])
    weight = np.array([(d + r) / whole if len(u) == 2 else 0 for u, _, d, r, _ in rows])
    electors = np.array([e for _, e, *_ in rows])
    place = np.array([position[u] for u, *_ in rows])
    majority = electors.sum() // 2 + 1
    result = {str(m): 0 for m in margins}
    for _ in range(8):
        n = draws // 8
        swing = sigma * (np.sqrt(rho) * rng.standard_normal((n, 4))[:, region]
                         + np.sqrt(1 - rho) * rng.standard_normal((n, len(rows))))
        swing -= (swing @ weight)[:, None]
        for m in margins:
            own = (electors * (m + place + swing > 0)).sum(axis=1)
            result[str(m)] += int(np.sum(electors.sum() - own >= majority if m > 0 else own >= majority))
    return {m: k / draws for m, k in result.items()}


out = {}
for year in ["2000", "2016"]:
    recent = [y for y in YEARS if int(year) - 24 <= int(y) <= int(year)]
    rho, sigma = correlation(recent)
    out[year] = {"correlation": rho, "deviation": sigma,
                 "chances": chances(year, rho, sigma, [-2, -1, 1, 2])}
    half = chances(year, 0.5, 5, [1])
    out[year]["half"] = half["1"]
print(json.dumps(out, indent=1))
