"""Upper tails of the noncentral t distribution by mpmath, 30 digits. Writes ../noncentral_t.json."""
import json
import os
import mpmath as mp

mp.mp.dps = 30


def tail(t, nu, delta):
    """The integral of the normal tail over the density of s = sqrt(chi-square / nu), by pieces."""
    c = 2 * mp.e ** (nu / 2 * mp.log(nu / 2) - mp.loggamma(nu / 2))
    f = lambda s: c * s ** (nu - 1) * mp.e ** (-nu * s * s / 2) * mp.erfc((t * s - delta) / mp.sqrt(2)) / 2
    width = 1 / mp.sqrt(2 * nu)
    high = 1 + 14 * width
    pieces = [high * k / 240 for k in range(241)] + [high * 2]
    return mp.quad(f, pieces, maxdegree=6)


rows = []
for nu in ("1", "2.5", "11.647", "71", "5000"):
    for t in ("-2", "0.5", "1.96", "4", "12.706"):
        for delta in ("0", "2.8", "-1"):
            value = tail(mp.mpf(t), mp.mpf(nu), mp.mpf(delta))
            rows.append([float(t), float(nu), float(delta), float(value)])
here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "..", "noncentral_t.json"), "w") as file:
    json.dump({"columns": ["t", "degreesOfFreedom", "noncentrality", "tail"], "rows": rows}, file, indent=0)
