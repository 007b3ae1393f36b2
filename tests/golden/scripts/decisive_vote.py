#!/usr/bin/env python3
"""Chance of a decisive vote by adaptive quadrature and by enumerating every outcome of the other
units -> decisive_vote.json. Independent of the library: no convolution, no fixed grid."""
import json, math, itertools
import numpy as np
from scipy.integrate import quad
from scipy.stats import norm, t as student
UNITS=[('A',3,1000,.52),('B',7,5000,.49),('C',11,20000,.505),('D',4,3000,.44),('E',20,90000,.56),('F',9,8000,.47)]
CASES=[dict(national=.02,unit=.03),dict(national=.03,unit=.02,degreesOfFreedom=5),dict(national=0,unit=.025),dict(national=.015,unit=.04,degreesOfFreedom=3.5)]
def run(c):
    df=c.get('degreesOfFreedom'); sc=c['unit'] if df is None else c['unit']*math.sqrt((df-2)/df)
    dist=norm(0,sc) if df is None else student(df,0,sc)
    W=sum(u[1] for u in UNITS); M=W//2+1; out=[]
    for i,(name,w,n,mu) in enumerate(UNITS):
        others=[u for j,u in enumerate(UNITS) if j!=i]
        def g(s):
            p=[dist.sf(.5-u[3]-s) for u in others]; tot=0.
            for o in itertools.product((0,1),repeat=len(others)):
                e=sum(u[1] for u,b in zip(others,o) if b)
                if M-w<=e<=M-1: tot+=math.prod(q if b else 1-q for q,b in zip(p,o))
            return dist.pdf(.5-mu-s)*tot
        if c['national']==0: v=g(0)
        else:
            f=lambda s: g(s)*norm.pdf(s,0,c['national'])
            v=sum(quad(f,a*c['national'],b*c['national'],epsabs=0,epsrel=1e-12,limit=400)[0] for a,b in((-9,-4),(-4,-1),(-1,0),(0,1),(1,4),(4,9)))
        out.append(v/n)
    return out
json.dump(dict(units=[dict(unit=u[0],electors=u[1],votes=u[2],share=u[3]) for u in UNITS],cases=[dict(error=c,chance=run(c)) for c in CASES]),open('decisive_vote.json','w'),indent=1)
