#!python3
"""Official totals: FEC 'Federal Elections 2016' workbook (Dec 2017, updated Feb 2018), MEDSL 1976-2020 state file.
Run: python3 01_official.py   (needs python3-openpyxl)"""
import openpyxl, json, csv, collections, re, warnings, os
warnings.filterwarnings('ignore')
D='data/'; OUT='reference/'
wb=openpyxl.load_workbook(D+'fec2016.xlsx',data_only=True)
ws=wb['Table 2. Electoral &  Pop Vote']
st={}
for r in ws.iter_rows(values_only=True):
    if isinstance(r[0],str) and re.fullmatch(r'[A-Z]{2}',r[0].strip()):
        k=r[0].strip()
        ev=lambda x: 0 if x is None else int(re.sub(r'\D','',str(x)))
        st[k]=dict(ev_cast_trump=ev(r[1]),ev_cast_clinton=ev(r[2]),trump=int(r[3]),clinton=int(r[4]),others=int(r[5]),total=int(r[6]))
assert len(st)==51
# candidates by state
ws=wb['2016 Pres General Results']; hdr=None
cand=collections.defaultdict(collections.Counter); tot={}
rows=ws.iter_rows(values_only=True,max_col=14)
hdr=[str(h).strip() if h else '' for h in next(rows)]
ix={h:i for i,h in enumerate(hdr)}
for r in rows:
    s=r[ix['STATE ABBREVIATION']]; ln=r[ix['LAST NAME']]; g=r[ix['GENERAL RESULTS']]
    if not s or not ln or g is None or not isinstance(g,(int,float)): continue
    if 'Combined' in str(r[ix['PARTY']]): continue
    cand[str(s).strip()][str(ln).strip()]+=int(g)
chk=dict(states=len(cand))
for s in st:
    st[s]['johnson']=cand[s].get('Johnson',0); st[s]['stein']=cand[s].get('Stein',0); st[s]['mcmullin']=cand[s].get('McMullin',0)
    st[s]['margin_trump_minus_clinton']=st[s]['trump']-st[s]['clinton']
tot={k:sum(v[k] for v in st.values()) for k in next(iter(st.values()))}
print(tot, chk)
pw={'ME':'split 3-1','NE':'all R'}
# pledged EV (won) 306-232
EV={k:0 for k in st}
pledged={}
for s,v in st.items():
    e=v['ev_cast_trump']+v['ev_cast_clinton']
    pledged[s]=e
pledged['TX']=38; pledged['HI']=4; pledged['WA']=12
assert sum(pledged.values())==538
pl_t=sum(pledged[s] for s in st if st[s]['trump']>st[s]['clinton'])+1  # ME-2
pl_c=sum(pledged[s] for s in st if st[s]['trump']<st[s]['clinton'])-1
print(pl_t,pl_c)
out=dict(source='FEC Federal Elections 2016 workbook federalelections2016.xlsx (Dec 2017; updated Feb 2018), via github keencyclist/FederalElections @b5d5df8db62b',
 table1=dict(clinton=65853514,trump=62984828,johnson=4489341,stein=1457218,mcmullin=731991,write_in_misc=698990,total=136669276,vap_cps=245502000),
 totals_by_summing_states=tot, states=st, ev=pledged, pledged=dict(trump=pl_t,clinton=pl_c), cast=dict(trump=304,clinton=227,powell=3,kasich=1,paul=1,sanders=1,spotted_eagle=1),
 derived=dict(lead=65853514-62984828, lead_pct_of_total=(65853514-62984828)/136669276*100, lead_pct_two_party=(65853514-62984828)/(65853514+62984828)*100,
   clinton_pct=65853514/136669276*100,trump_pct=62984828/136669276*100, johnson_plus_stein=4489341+1457218, all_others=7830934, turnout_vap=136669276/245502000*100))
json.dump(out,open(OUT+'official_2016_fec.json','w'),indent=1)
print(json.dumps(out['derived'],indent=1))
# MEDSL vs FEC 2016 reconciliation
rec=[]
T=collections.defaultdict(dict)
for r in csv.DictReader(open(D+'1976-2020-president.csv',encoding='utf-8-sig')):
    if r['year']=='2016':
        T[r['state_po']]['total']=int(r['totalvotes'])
        if r['candidate'] in('CLINTON, HILLARY','CLINTON HILLARY'): T[r['state_po']]['clinton']=T[r['state_po']].get('clinton',0)+int(r['candidatevotes'])
        if r['candidate'].startswith('TRUMP'): T[r['state_po']]['trump']=T[r['state_po']].get('trump',0)+int(r['candidatevotes'])
for s in sorted(st):
    d={k:T[s].get(k,0)-st[s][k] for k in('total','clinton','trump')}
    if any(d.values()): rec.append(dict(state=s,**d,medsl_total=T[s]['total'],fec_total=st[s]['total']))
print(len(rec)); [print(x) for x in rec]
json.dump(dict(note='MEDSL 1976-2020-president.csv (v20210113) minus FEC 2016; nonzero rows only',rows=rec,medsl_total=sum(v['total'] for v in T.values()),medsl_clinton=sum(v['clinton'] for v in T.values()),medsl_trump=sum(v['trump'] for v in T.values())),open(OUT+'medsl_vs_fec_2016.json','w'),indent=1)
