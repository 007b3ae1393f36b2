#!/usr/bin/env python3
"""Sums of 2016's files against the FEC's totals, straight from the raw files: which state sums differ, and
by how much; what the county files of 2020 and 2024 hold, and the state file's sums of 2020. Usage, in tests/golden: 22_sums_2016.py RAW, the folder of raw files."""
import collections, csv, gzip, json, sys
RAW = sys.argv[1] + '/'
fec = json.load(open('official_2016_fec.json'))['states']
names = dict(trump='Donald Trump', clinton='Hillary Clinton', total='All candidates')
def compare(table, sums):
    return [dict(table=table, state=po, candidate=names[k], ours=sums[po][k], official=fec[po][k], difference=sums[po][k] - fec[po][k])
            for po in sorted(sums) for k in names]
precincts = collections.defaultdict(collections.Counter)
for r in csv.DictReader(gzip.open(RAW + 'derived/pres2016_precinct_46states.csv.gz', 'rt', encoding='utf-8')):
    votes = int(float(r['votes'] or 0)); po = r['state_postal']
    precincts[po]['total'] += votes
    if r['candidate_normalized'] in ('trump', 'clinton'): precincts[po][r['candidate_normalized']] += votes
medsl = collections.defaultdict(collections.Counter)
for r in csv.DictReader(open(RAW + 'medsl-state/1976-2020-president.csv', encoding='utf-8-sig')):
    if r['year'] != '2016': continue
    votes = int(r['candidatevotes']); po = r['state_po']; medsl[po]['total'] += votes
    for k, start in (('trump', 'TRUMP'), ('clinton', 'CLINTON')):
        if r['candidate'].startswith(start): medsl[po][k] += votes
pa = collections.Counter()
for r in csv.DictReader(open(RAW + 'mi-pa-2016/20161108__pa__general_county.csv')):
    if r['office'] == 'President': pa['total'] += int(r['votes'].replace(',', ''))
rows = compare('precinct_returns', precincts) + compare('medsl-state/1976-2020-president.csv', medsl)
# The county files of 2020 and 2024: two candidates a county, and the rest where there is any.
unofficial = 0; rest = {}
for year in ('2020', '2024'):
    for r in csv.DictReader(open(RAW + 'county-2020-2024/%s_US_County_Level_Presidential_Results.csv' % year)):
        n = int(float(r['total_votes'])) - int(float(r['votes_gop'])) - int(float(r['votes_dem']))
        unofficial += 2 + (n != 0)
        if (year, r['state_name'], r['county_name']) in {('2020', 'Alaska', 'District 26'), ('2020', 'Alaska', 'District 27'),
                ('2020', 'Alaska', 'District 28'), ('2024', 'South Carolina', 'Lee County')}: rest[r['county_name']] = n
states_2020 = collections.Counter()
for r in csv.DictReader(open(RAW + 'medsl-state/1976-2020-president.csv', encoding='utf-8-sig')):
    if r['year'] == '2020' and r['candidate'] in ('BIDEN, JOSEPH R. JR', 'TRUMP, DONALD J.'): states_2020[r['candidate']] += int(r['candidatevotes'])
out = dict(sums={t: sum(r['table'] == t for r in rows) for t in ('precinct_returns', 'medsl-state/1976-2020-president.csv')},
           equal={t: sum(r['table'] == t and r['difference'] == 0 for r in rows) for t in ('precinct_returns', 'medsl-state/1976-2020-president.csv')},
           pennsylvania_counties=pa['total'], unofficial_rows=unofficial, rest=rest, states_2020=states_2020, precinct_states=sorted(precincts),
           differences=sorted((r for r in rows if r['difference']), key=lambda r: -abs(r['difference'])))
json.dump(out, open('sums_2016.json', 'w'), indent=1)
print({k: v for k, v in out.items() if k != 'differences'})
for r in out['differences'][:14]: print(r)
