#!/usr/bin/env python3
"""Bounds on the bias of a hidden confounder once as strong as each covariate, by PySensemakr (its authors' own
package), for the adjusted comparison of Wisconsin's municipalities. Run in tests/golden, with PySensemakr."""
import json
import numpy as np, pandas as pd, statsmodels.formula.api as smf, sensemakr
d = pd.read_csv('data/wi_muni_2016.csv')
d['D'] = (d.dre >= .5).astype(int); d['ldens'] = np.log(d.dense); d['linc'] = np.log(d.inc)
d['d2p'] = 100 * d.dem16 / (d.dem16 + d.rep16); d['d2p12'] = 100 * d.dem12 / (d.dem12 + d.rep12)
terms = ['d2p12', 'ldens', 'college', 'white', 'black', 'latino', 'linc', 'age', 'unemp']
fit = smf.ols('d2p ~ D + ' + ' + '.join(terms), d).fit()
out = {}
for term in terms[1:]:  # version 0.0.8 fails where a bound must be cut off at 1, as for the vote of 2012
    b = sensemakr.ovb_bounds(model=fit, treatment='D', benchmark_covariates=[term], kd=1, ky=1).iloc[0]
    out[term] = dict(treatment=float(b['r2dz_x']), outcome=float(b['r2yz_dx']), left=float(b['adjusted_estimate']),
                     bias=float(b['adjusted_estimate'] - fit.params['D']))
json.dump(out, open('confounder_bounds.json', 'w'), indent=1)
for k, v in out.items(): print(k, v)
