# Makes tests/golden/college_forecast.json: 2016's states as a forecast, drawn at random 8 million times.
# python3 college_forecast.py, in tests/golden; needs numpy.
import csv, json, sys
import numpy as np

REGION = {r: s.split() for r, s in {
    "Northeast": "CT ME MA NH RI VT NJ NY PA",
    "Midwest": "IL IN MI OH WI IA KS MN MO NE ND SD",
    "South": "DE DC FL GA MD NC SC VA WV AL KY MS TN AR LA OK TX",
    "West": "AZ CO ID MT NV NM UT WY AK CA HI OR WA"}.items()}
region = {s: r for r, states in REGION.items() for s in states}
units = []
for row in csv.DictReader(open("ec_state_votes_1976_2024.csv")):
    if row["year"] == "2016":
        d, r = float(row["democratic"]), float(row["republican"])
        units.append(dict(unit=row["state_po"], electors=int(row["electors"]), share=d / (d + r), region=region[row["state_po"]]))
share = np.array([u["share"] for u in units]); w = np.array([u["electors"] for u in units])
names = list(REGION); at = np.array([names.index(u["region"]) for u in units])
rng = np.random.default_rng(269)
cases = []
for error in (dict(national=.02, unit=.02), dict(national=.025, regional=.015, unit=.02), dict(national=0, regional=.03, unit=.02),
              dict(national=.02, regional=.015, unit=.03, degreesOfFreedom=5)):
    draws, win, lose, tie, electors = 0, 0, 0, 0, 0.0
    for _ in range(160):
        n = 50_000
        s = share + error["national"] * rng.standard_normal((n, 1))
        if "regional" in error:
            s = s + (error["regional"] * rng.standard_normal((n, len(names))))[:, at]
        df = error.get("degreesOfFreedom")
        own = rng.standard_normal(s.shape) if df is None else rng.standard_t(df, s.shape) * np.sqrt((df - 2) / df)
        got = ((s + error["unit"] * own) > .5) @ w
        draws += n; win += int((got >= 270).sum()); lose += int((got <= 268).sum()); tie += int((got == 269).sum()); electors += float(got.sum())
    cases.append(dict(error=error, draws=draws, candidate=win / draws, against=lose / draws, tie=tie / draws, mean=electors / draws))
json.dump(dict(units=units, cases=cases), sys.stdout)
