#!/usr/bin/env python3
"""Votes and electors by unit, 1976-2024, as 10_ec_history.py reads them: the input of its output.
States 1976-2020 from the MEDSL state file, 2016 from the FEC workbook (official_2016_fec.json), 2024
from the county file of the same year; Maine's and Nebraska's districts (2008 on) from the
districts' two-party shares, which the source rounds, so their counts are good to a few hundred.
Writes units_1976_2024.json: {year: {democrat, republican, units: [[unit, electors, d, r, total]]}},
with thirds: {candidate: {state: votes}} for Perot 1992, Nader and Buchanan 2000.
Run beside data/ (raw) and reference/ (the golden files): python3 election_units.py DATA REFERENCE"""
import csv, json, collections, sys
D, REF = sys.argv[1] + '/', sys.argv[2] + '/'
CN = {1976: ('CARTER', 'FORD'), 1980: ('CARTER', 'REAGAN'), 1984: ('MONDALE', 'REAGAN'),
      1988: ('DUKAKIS', 'BUSH'), 1992: ('CLINTON', 'BUSH'), 1996: ('CLINTON', 'DOLE'),
      2000: ('GORE', 'BUSH'), 2004: ('KERRY', 'BUSH'), 2008: ('OBAMA', 'MCCAIN'),
      2012: ('OBAMA', 'ROMNEY'), 2016: ('CLINTON', 'TRUMP'), 2020: ('BIDEN', 'TRUMP')}
history = json.load(open(REF + 'ec_history_1976_2024.json'))
votes = collections.defaultdict(lambda: collections.defaultdict(lambda: [0, 0, 0]))
names = {}
THIRDS = {1992: ('PEROT',), 2000: ('NADER', 'BUCHANAN')}
thirds = collections.defaultdict(lambda: collections.defaultdict(collections.Counter))
for r in csv.DictReader(open(D + '1976-2020-president.csv', encoding='utf-8-sig')):
    y, s, c = int(r['year']), r['state_po'], r['candidate'].upper()
    names[r['state'].title()] = s
    votes[y][s][2] = int(r['totalvotes'])
    for t in THIRDS.get(y, ()):
        if t in c: thirds[y][t.title()][s] += int(r['candidatevotes'] or 0)
    for i in (0, 1):
        if CN[y][i] in c: votes[y][s][i] += int(r['candidatevotes'] or 0)
for s, v in json.load(open(REF + 'official_2016_fec.json'))['states'].items():
    votes[2016][s] = [v['clinton'], v['trump'], v['total']]
for r in csv.DictReader(open(D + 'tonmcg_2024.csv')):
    s = names[r['state_name'].title()]
    for i, k in enumerate(('votes_dem', 'votes_gop', 'total_votes')): votes[2024][s][i] += int(float(r[k]))
out = {}
for y in sorted(votes):
    units = []
    ev = history[str(y)]['ev']
    for s in sorted(ev):
        split = s in ('ME', 'NE') and y >= 2008
        units.append([s, 2 if split else ev[s], *votes[y][s]])
        if split:
            for r in csv.DictReader(open(D + f'cd_{y}.csv')):
                if r['cd'].startswith(s + '-'):
                    dr, rep = int(float(r['DR'])), float(r['r2p']) * int(float(r['DR']))
                    units.append([r['cd'], 1, dr - round(rep), round(rep), int(float(r['tot']))])
    d, r = CN.get(y, ('HARRIS', 'TRUMP'))
    out[y] = dict(democrat=d.title(), republican=r.title().replace('Mccain', 'McCain'), units=units,
                  **({'thirds': thirds[y]} if y in thirds else {}))
    assert sum(u[1] for u in units) == 538, y
with open(REF + 'units_1976_2024.json', 'w') as f:
    f.write('{\n' + ',\n'.join(f' "{y}": {json.dumps(v)}' for y, v in out.items()) + '\n}\n')
