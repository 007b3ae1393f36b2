#!/usr/bin/env python3
"""Cook tracker snapshots (dated, sourced) and late-count arithmetic."""
import json
OUT='reference/'
S=[('2016-11-15 pm',61963234,60961185,'Politico (Wasserman)'),('2016-11-16 eve',62568373,61336159,'Inquisitr quoting Cook'),('2016-11-23 am (a)',64223958,62206395,'nnwf/DailyKos quoting Wasserman'),('2016-11-23 am (b)',64225863,62210612,'article 001; heavy.com'),('2016-11-24 noon',64418125,62314184,'Inquisitr quoting Cook'),('2016-12-06 am',65467571,62813613,'IBTimes quoting Cook'),('2016-12-21',65844954,62979879,'AP/WGMD'),('FEC final',65853514,62984828,'FEC workbook')]
F=(65853514,62984828)
rows=[]
for i,(d,c,t,src) in enumerate(S):
    r=dict(date=d,clinton=c,trump=t,lead=c-t,lead_pct_two_party=100*(c-t)/(c+t),source=src,remaining_clinton=F[0]-c,remaining_trump=F[1]-t)
    rem=r['remaining_clinton']+r['remaining_trump']; r['remaining_two_party']=rem; r['clinton_share_of_remaining']=(r['remaining_clinton']/rem) if rem else None
    if i: 
        dc,dt=c-S[i-1][1],t-S[i-1][2]; r['inc_clinton'],r['inc_trump']=dc,dt; r['inc_share_clinton']=dc/(dc+dt) if dc+dt else None
    rows.append(r); print(d,c-t,round(r['lead_pct_two_party'],4),rem,r['clinton_share_of_remaining'] and round(r['clinton_share_of_remaining'],4),r.get('inc_share_clinton') and round(r['inc_share_clinton'],4))
lead=64225863-62210612
d=dict(article001=dict(lead=lead,stated_pct='about 1.5 percent',implied_total_if_1_5=lead/.015,range_total_if_pct_in_1_45_1_55=[lead/.0155,lead/.0145],pct_two_party=100*lead/(64225863+62210612),final_total=136669276,ballots_left_two_party=rows[3]['remaining_two_party'],lead_growth=2868686-lead),
 article000=dict(clinton_m=63.6,lead_m=1.7,implied_total_m=63.6/.48,implied_total_range_m=[63.55/.4805,63.65/.4795],others_share=1-.48-.467,others_m=63.6/.48*(1-.48-.467),johnson_stein_final=5946559,all_others_final=7830934,trump_implied_m=63.6-1.7,trump_share_implied=(63.6-1.7)/(63.6/.48)),
 # naive projection from 15-23 Nov increments to final, given R remaining
 projection=dict(formula='L_final = L_t + R*(2q-1), R=remaining two-party ballots, q=Clinton share of remaining',q_from_15_to_23=(64225863-61963234)/((64225863-61963234)+(62210612-60961185)),R_actual=rows[3]['remaining_two_party']))
q=d['projection']['q_from_15_to_23']; R=d['projection']['R_actual']; d['projection']['L_final_hat_with_true_R']=lead+R*(2*q-1)
print(json.dumps(d,indent=1))
json.dump(dict(snapshots=rows,derived=d),open(OUT+'late_count_2016.json','w'),indent=1)
