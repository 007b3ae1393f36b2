#!/usr/bin/env python3
"""What the page on machines asks beside its regressions: both outcomes before and after controls, earlier changes
with the same controls, size within counties, the dose permuted within counties, pairs across county borders, spatial
errors, the recount by how counties counted again. numpy alone. Run in tests/golden: 26_machines_more.py RAW."""
import collections, csv, json, re, sys
import numpy as np, pandas as pd
from scipy import stats
RAW = sys.argv[1] + '/'
d = pd.read_csv('data/wi_muni_2016.csv'); k = pd.read_csv('data/wi_county_2016.csv'); out = {}
def ols(y, X, w=None):
    y = np.asarray(y, float)
    r = np.ones(len(y)) if w is None else np.sqrt(w); q, t = np.linalg.qr(X * r[:, None]); b = np.linalg.solve(t, q.T @ (y * r)); return b, y - X @ b, np.linalg.inv(t.T @ t)
def hc3(y, cols, j=1):
    X = np.column_stack([np.ones(len(y)), *cols]); b, e, A = ols(y, X); h = np.einsum('ij,jk,ik->i', X, A, X)
    s = np.sqrt((A @ (X.T * (e / (1 - h)) ** 2) @ X @ A)[j, j]); q = stats.t.ppf(.975, len(y) - X.shape[1]) * s
    return dict(est=b[j], lower=b[j] - q, upper=b[j] + q, se=s)
# Counties: a level and a change, before and after controls, and with density as it is.
e = (k.dre > .25).astype(float); c = [k.college, k.white]; ld = np.log(k.dens); chg = k.dem16 - k.dem12
out['counties'] = dict(level=hc3(k.dem16, [e]), level_adjusted=hc3(k.dem16, [e, *c, ld]), level_raw=hc3(k.dem16, [e, *c, k.dens]),
    change=hc3(chg, [e]), change_adjusted=hc3(chg, [e, *c, ld]), change_raw=hc3(chg, [e, *c, k.dens]))
# The same counties' changes in other years, two-party share.
import polars as pl
r = pl.read_parquet('../../data/county_returns.parquet').filter(pl.col('state_po') == 'WI').to_pandas()
m = pd.read_csv('../../data/wisconsin_municipalities.csv', dtype=str); fips = m[m.mcd_fips.notna()].assign(f=lambda x: x.mcd_fips.str[:5]).groupby('county').f.first()
def two(year):
    y = r[r.year == year]; D = y[y.party == 'Democratic'].groupby('fips').votes.sum(); R = y[y.party == 'Republican'].groupby('fips').votes.sum(); return (100 * D / (D + R)).reindex(fips[k.county]).values
out['trends'] = {f'{y}-{y+4}': dict(naive=hc3(two(y + 4) - two(y), [e]), adjusted=hc3(two(y + 4) - two(y), [e, *c, ld])) for y in range(2000, 2024, 4)}
# Within counties.
d['y'] = 100 * d.dem16 / (d.dem16 + d.rep16); d['b'] = 100 * d.dem12 / (d.dem12 + d.rep12); d['l'] = np.log10(d.votes16); d['D'] = (d.dre >= .5) * 1.0
f = d[d.county.map(d.county.value_counts()) > 1].reset_index(drop=True); groups = [np.where(f.county == g)[0] for g in f.county.unique()]
def within(v): v = np.asarray(v, float); return v - pd.Series(v).groupby(f.county.values).transform('mean').values
out['size'] = dict(log10=within(f.D) @ within(f.l) / (within(f.D) @ within(f.D)), sd=d.l.std())
covs = lambda x: [x.b, np.log(x.dense), x.college, x.white, x.black, x.latino, np.log(x.inc), x.age, x.unemp]
rng = np.random.default_rng(20161108); DRAWS = 4000; out['permutation'] = dict(draws=DRAWS)
s = f.l - f.l.mean()
for name, extra in (('controls', []), ('size', [s, s ** 2]), ('cubic', [s, s ** 2, s ** 3])):
    Q, _ = np.linalg.qr(np.column_stack([within(v) for v in covs(f) + extra])); left = lambda v: within(v) - Q @ (Q.T @ within(v))
    y, z = left(f.y), left(f.dre); obs = z @ y / np.sqrt(z @ z * (y @ y)); hits = np.zeros(2)
    for _ in range(DRAWS):
        o = np.arange(len(f))
        for g in groups: o[g] = g[rng.permutation(len(g))]
        p = left(y[o]); hits[0] += abs(z @ p / np.sqrt(z @ z * (p @ p))) >= abs(obs) - 1e-10
        p = left(f.dre.values[o]); hits[1] += abs(y @ p / np.sqrt(y @ y * (p @ p))) >= abs(obs) - 1e-10
    out['permutation'][name] = dict(coefficient=z @ y / (z @ z), residuals=(hits[0] + 1) / (DRAWS + 1), dose=(hits[1] + 1) / (DRAWS + 1))
# Pairs across borders: the nearest on two sides, each place once, 15 km at most.
places = pd.read_csv('../../data/wisconsin_places.csv', dtype={'mcd_fips': str}).set_index('mcd_fips'); code = m[m.excluded.isna()].assign(muni=lambda x: x.municipality + ' ' + x.county).set_index(['county', 'muni']).mcd_fips
d['code'] = [code[(a, b)] for a, b in zip(d.county, d.muni)]; lon, lat = (places.loc[d.code, v].values for v in ('longitude', 'latitude'))
def km(i, j):
    a = np.radians; h = np.sin(a(lat[j] - lat[i]) / 2) ** 2 + np.cos(a(lat[i])) * np.cos(a(lat[j])) * np.sin(a(lon[j] - lon[i]) / 2) ** 2; return 2 * 6371 * np.arcsin(np.sqrt(h))
on, off = np.where(d.D == 1)[0], np.where(d.D == 0)[0]; near = []
for a, i in enumerate(on):
    x = km(i, off); near += [(x[b], a, b) for b in np.where((x <= 15) & (d.county.values[off] != d.county.values[i]))[0]]
pairs, used = [], (set(), set())
for x, a, b in sorted(near):
    if a not in used[0] and b not in used[1]: used[0].add(a); used[1].add(b); pairs.append((on[a], off[b], x))
I, J = (np.array([p[q] for p in pairs]) for q in (0, 1))
def cr2(y, X, cl, j):
    A = np.linalg.inv(X.T @ X); b = A @ X.T @ y; u = y - X @ b; R = np.eye(len(y)) - X @ A @ X.T; P, v = [], 0
    for g in pd.unique(cl):
        ix = np.where(cl == g)[0]; w, U = np.linalg.eigh(R[ix] @ R[ix].T); w, U = w[w > 1e-10], U[:, w > 1e-10]; a = (A[j] @ X[ix].T) @ (U / np.sqrt(w)) @ U.T; v += (a @ u[ix]) ** 2; P.append(a @ R[ix])
    G = np.array(P) @ np.array(P).T; df = np.trace(G) ** 2 / (G ** 2).sum(); q = stats.t.ppf(.975, df) * np.sqrt(v); return dict(est=b[j], lower=b[j] - q, upper=b[j] + q, df=df)
diff = lambda v: np.asarray(v, float)[I] - np.asarray(v, float)[J]; cl = d.county.values[I]; one = np.ones(len(I)); l = d.l - d.l.mean()
out['pairs'] = dict(n=len(pairs), counties=len(set(cl)), median_km=float(np.median([p[2] for p in pairs])),
    change=cr2(diff(d.y - d.b), one[:, None], cl, 0), adjusted=cr2(diff(d.y), np.column_stack([one, *[diff(v) for v in covs(d)]]), cl, 0),
    size=cr2(diff(d.y), np.column_stack([one, diff(l), diff(d.l ** 2), *[diff(v) for v in covs(d)]]), cl, 0))
# Spatial errors of the dose by votes and within counties: Bartlett kernel, 50 km; Moran's I of residuals, five nearest.
L, T = np.radians(lon), np.radians(lat); h = np.sin((T[:, None] - T) / 2) ** 2 + np.cos(T[:, None]) * np.cos(T) * np.sin((L[:, None] - L) / 2) ** 2; dist = 2 * 6371 * np.arcsin(np.sqrt(np.clip(h, 0, 1)))
def spatial(rows, fe, size):
    x = d.iloc[rows]; cols = [x.dre] + covs(x) + ([x.l, x.l ** 2] if size else []); X = np.column_stack([(v - v.mean()) / (1 if q == 0 else v.std()) for q, v in enumerate(cols)] + ([pd.get_dummies(x.county).values.astype(float)] if fe else [np.ones(len(x))]))
    b, u, A = ols(x.y.values, X); S = X * u[:, None]; D2 = dist[np.ix_(rows, rows)]; K = np.clip(1 - D2 / 50, 0, None); V = A @ S.T @ K @ S @ A; D2 = D2 + np.diag(np.full(len(rows), 1e9)); nb = np.argsort(D2, axis=1, kind='stable')[:, :5]; z = u - u.mean()
    return dict(est=b[0], se=float(np.sqrt(V[0, 0])), moran=float((z[:, None] * z[nb]).sum() / 5 / (z @ z)))
rows = np.arange(len(d)); inside = np.where(d.county.map(d.county.value_counts()) > 1)[0]
out['spatial'] = dict(state=spatial(rows, False, False), within=spatial(inside, True, False), size=spatial(inside, True, True))
# The recount by how counties counted again.
how = {q['county']: q['method'] for q in csv.DictReader(open('../../data/wisconsin_recount_methods.csv'))}; acc = collections.defaultdict(lambda: np.zeros(5, int)); seen = collections.defaultdict(dict)
for q in csv.DictReader(open(RAW + 'wisconsin-2016/wardwisconsin2016andrecount.csv', encoding='utf-8-sig')):
    key = (q['County Name'].strip(), q['Municipality Name'].strip(), q['Reporting Unit'].strip()); seen[key][q['Original or recount'].strip().lower()] = [int(q[n] or 0) for n in q if n.startswith(('Donald', 'Hillary'))]
for (county, _, _), v in seen.items():
    o, n = v['original'], v['recount']; t, q = n[0] - o[0], n[1] - o[1]; acc[how[county.replace('SAINT', 'ST.')]] += [1, t, q, abs(t) + abs(q), sum(o)]
out['recount'] = {a: dict(zip(('units', 'trump', 'clinton', 'moved', 'votes'), map(int, v))) for a, v in acc.items()}
json.dump(out, open('machines_more.json', 'w'), indent=1, default=float); print(json.dumps(out, indent=1, default=float))
