#!/usr/bin/env python3
"""Counts of the page on machines that no other script makes: Wisconsin's recount by unit, DREs without
paper by state, and how often digit tests raise the alarm in simulated elections.
Usage, in tests/golden: 21_machines_counts.py RAW, the folder of raw files."""
import collections, csv, json, math, re, sys
import numpy as np
from scipy.stats import chi2
RAW = sys.argv[1] + '/'
COLUMNS = dict(trump='Donald J. Trump / Michael R. Pence', clinton='Hillary Clinton / Tim Kaine',
               johnson='Gary Johnson / Bill Weld', stein='Jill Stein / Ajamu Baraka', total='Total Votes')
units = collections.defaultdict(dict)
for r in csv.DictReader(open(RAW + 'wisconsin-2016/wardwisconsin2016andrecount.csv', encoding='utf-8-sig')):
    key = tuple(r[k].strip() for k in ('County Name', 'Municipality Name', 'Reporting Unit'))
    units[key][r['Original or recount'].strip().lower()] = {k: int(r[c] or 0) for k, c in COLUMNS.items()}
kinds = {}
for r in csv.DictReader(open('data/wi_muni_2016.csv')):
    name = re.match('(.*) ' + re.escape(r['county']) + '$', r['muni']).group(1)
    kinds[r['county'], name] = next((k for k, c in (('DRE', 'dre'), ('scan', 'os'), ('hand', 'hand')) if float(r[c]) >= .5), 'mixed')
kind = lambda key: kinds.get(key[:2], 'unmatched')
changed = collections.Counter(); shown = same = 0
for key, v in units.items():
    o, n = v['original'], v['recount']
    changed[kind(key)] += o != n
    if o['trump'] + o['clinton'] > 0 and kind(key) in ('DRE', 'scan', 'hand'):
        shown += 1; same += n['trump'] - o['trump'] == n['clinton'] - o['clinton']
changed['all'] = sum(changed.values())

paper = collections.defaultdict(set); states = {}
for r in csv.DictReader(open(RAW + 'equipment-2016/verifier-search.csv', encoding='latin-1', newline=None)):
    code = r['FIPS code'].strip()
    if not code.isdigit() or code.zfill(10)[:5].endswith('000'): continue
    if r['Equipment Type'].startswith('DRE'): paper[code.zfill(10)[:5]].add(r['VVPAT'])
dre = {r['fips']: r['state'] for r in csv.DictReader(open('data/county_equipment_2016.csv')) if float(r['dre_only']) + float(r['mixed']) > 0}
without = collections.Counter(s for f, s in dre.items() if paper[f] == {'No'})
with_paper = collections.Counter(s for f, s in dre.items() if paper[f] == {'Yes'})

# Digits: 2,000 elections in which each unit keeps its ballots and its share.
BENFORD = np.array([sum(math.log10(1 + 1 / (10 * a + b)) for a in range(1, 10)) for b in range(10)])
def alarm(votes, second):
    votes = votes[votes >= (10 if second else 100)]
    digit = votes // 10 ** (np.floor(np.log10(votes) + 1e-9).astype(int) - 1) % 10 if second else votes % 10
    expected = len(digit) * (BENFORD if second else np.full(10, .1))
    return ((np.bincount(digit, minlength=10) - expected) ** 2 / expected).sum() > chi2.isf(.05, 9)
rows = [(v['original'], kind(k)) for k, v in units.items() if v['original']['total'] > 0]
total = np.array([o['total'] for o, _ in rows]); on_dre = np.array([k == 'DRE' for _, k in rows])
alike = (total >= 600) & (total <= 1200)
rng = np.random.default_rng(20161108); ELECTIONS = 2000; alarms = {}
for name, sign in (('trump', 1), ('clinton', -1)):
    share = np.array([o[name] for o, _ in rows]) / total
    for label, keep, moved in (('clean', np.full(len(total), True), 0), ('alike', alike, 0), ('switched', np.full(len(total), True), .039)):
        p = np.clip(share + sign * moved * on_dre, 0, 1)[keep]
        hits = np.zeros(2)
        for _ in range(ELECTIONS):
            votes = rng.binomial(total[keep], p)
            hits += [alarm(votes, True), alarm(votes, False)]
        alarms[name + ' second ' + label], alarms[name + ' last ' + label] = hits / ELECTIONS
out = dict(units=len(units), changed=changed, figure=dict(units=shown, same_margin=same),
           dre_without_paper=without, dre_with_paper=with_paper,
           reporting=len(rows), alike=int(alike.sum()), elections=ELECTIONS, alarms=alarms,
           votes_on_dre_units=int(sum(o['total'] for o, k in rows if k == 'DRE')))
json.dump(out, open('machines_counts.json', 'w'), indent=1); print(json.dumps(out, indent=1))
