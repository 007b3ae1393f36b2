#!/usr/bin/env python3
"""What the map of Wisconsin's municipalities says in words: methods, sizes, counties.
Usage, in tests/golden: 24_municipality_map.py"""
import collections, csv, json
rows = list(csv.DictReader(open('data/wi_muni_2016.csv')))
methods = collections.Counter(
    next((name for name, column in (('DREs', 'dre'), ('scanned paper', 'os'), ('paper counted by hand', 'hand'))
          if float(row[column]) > .5), 'no method above half') for row in rows)
by_county = collections.defaultdict(list)
for row in rows: by_county[row['county']].append(float(row['dre']) > .5)
large = [row for row in rows if int(row['votes16']) > 5000]
out = dict(municipalities=len(rows), methods=methods, large=len(large),
           large_on_dres=sum(float(row['dre']) > .5 for row in large), counties=len(by_county),
           lopsided=sum(not .1 < sum(kinds) / len(kinds) < .9 for kinds in by_county.values()))
json.dump(out, open('municipality_map.json', 'w'), indent=1)
print(json.dumps(out, indent=1))
