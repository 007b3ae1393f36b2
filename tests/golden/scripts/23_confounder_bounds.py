#!/usr/bin/env python3
"""Bounds on the bias of a hidden confounder once as strong as each covariate, for the adjusted comparison of
Wisconsin's municipalities: the formal bounds of Cinelli and Hazlett (2020, section 4.4), written out. On the data
before 21 municipalities were mended these lines gave the values of PySensemakr 0.0.8, the authors' own package, to
1e-9. Run in tests/golden."""
import json
import numpy as np, pandas as pd, statsmodels.formula.api as smf
d = pd.read_csv('data/wi_muni_2016.csv')
d['D'] = (d.dre >= .5).astype(int); d['ldens'] = np.log(d.dense); d['linc'] = np.log(d.inc)
d['d2p'] = 100 * d.dem16 / (d.dem16 + d.rep16); d['d2p12'] = 100 * d.dem12 / (d.dem12 + d.rep12)
terms = ['d2p12', 'ldens', 'college', 'white', 'black', 'latino', 'linc', 'age', 'unemp']
y = smf.ols('d2p ~ D + ' + ' + '.join(terms), d).fit(); t = smf.ols('D ~ ' + ' + '.join(terms), d).fit()
part = lambda fit, name: fit.tvalues[name] ** 2 / (fit.tvalues[name] ** 2 + fit.df_resid)
out = {}
for term in terms[1:]:  # the vote of 2012 is so strong that its bound is cut off at 1: 20_machines_page.R has it
    dx, yx = part(t, term), part(y, term)
    r2d = dx / (1 - dx); z = dx ** 2 / ((1 - dx) * (1 - dx))
    r2y = min(1, ((1 + np.sqrt(z)) / np.sqrt(1 - z)) ** 2 * yx / (1 - yx))
    bias = y.bse['D'] * np.sqrt(y.df_resid * r2y * r2d / (1 - r2d))
    out[term] = dict(treatment=r2d, outcome=r2y, left=np.sign(y.params['D']) * (abs(y.params['D']) - bias), bias=bias)
json.dump(out, open('confounder_bounds.json', 'w'), indent=1)
for k, v in out.items(): print(k, v)
