#!/usr/bin/env python3
"""Votes for the two largest candidates and all votes, by state, 1976-2024 -> ec_state_votes_1976_2024.csv.
The same inputs and the same overrides as 10_ec_history.py; totals are asserted against its JSON.
States 1976-2020: MEDSL; 2016: FEC (official_2016_fec.json); 2024: county file summed.
Usage: ec_state_votes.py RAW_FOLDER, in the folder of the JSON files."""
import csv,collections,json,sys
D=sys.argv[1]+'/'
CN={1976:('CARTER','FORD'),1980:('CARTER','REAGAN'),1984:('MONDALE','REAGAN'),1988:('DUKAKIS','BUSH'),1992:('CLINTON','BUSH'),1996:('CLINTON','DOLE'),2000:('GORE','BUSH'),2004:('KERRY','BUSH'),2008:('OBAMA','MCCAIN'),2012:('OBAMA','ROMNEY'),2016:('CLINTON','TRUMP'),2020:('BIDEN','TRUMP')}
DR=collections.defaultdict(lambda: collections.defaultdict(lambda:[0,0])); TOT=collections.defaultdict(dict); po={}
for r in csv.DictReader(open(D+'medsl-state/1976-2020-president.csv',encoding='utf-8-sig')):
    y=int(r['year']); c=r['candidate'].upper(); s=r['state_po']; TOT[y][s]=int(r['totalvotes']); po[r['state'].title()]=s
    for i in(0,1):
        if CN[y][i] in c: DR[y][s][i]+=int(r['candidatevotes'] or 0)
for s,v in json.load(open('official_2016_fec.json'))['states'].items(): DR[2016][s]=[v['clinton'],v['trump']]; TOT[2016][s]=v['total']
t=collections.Counter(); a=collections.defaultdict(lambda:[0,0])
for r in csv.DictReader(open(D+'county-2020-2024/2024_US_County_Level_Presidential_Results.csv')):
    s=po[r['state_name'].title()]; a[s][0]+=int(float(r['votes_dem'])); a[s][1]+=int(float(r['votes_gop'])); t[s]+=int(float(r['total_votes']))
DR[2024]=a; TOT[2024]=dict(t)
H=json.load(open('ec_history_1976_2024.json'))
with open('ec_state_votes_1976_2024.csv','w') as f:
    f.write('year,state_po,electors,democratic,republican,total\n')
    for y in sorted(DR):
        h=H[str(y)]; w=h['ev']; assert set(w)==set(DR[y]),y
        assert sum(DR[y][s][0] for s in w)==h['national']['D'] and sum(TOT[y].values())==h['national']['total'],y
        for s in sorted(w): f.write(','.join(map(str,[y,s,w[s],*DR[y][s],TOT[y][s]]))+'\n')
