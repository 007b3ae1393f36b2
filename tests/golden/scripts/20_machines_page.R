# The numbers of the page on Wisconsin's machines that 08_wi_machines.R and 19_verifier.R leave out: CR2
# standard errors of every rung (estimatr), equivalence tests, the grid of 64 models, benchmarks of hidden
# confounders, balance, and what each state could have shown. Run in tests/golden.
suppressMessages({library(sandwich);library(jsonlite);library(estimatr)})
d<-read.csv('data/wi_muni_2016.csv')
d$D<-as.integer(d$dre>=.5); d$chg<-d$dem16-d$dem12; d$l10v<-log10(d$votes16); d$l10v2<-d$l10v^2
d$ldens<-log(d$dense); d$linc<-log(d$inc)
d$d2p<-100*d$dem16/(d$dem16+d$rep16); d$d2p12<-100*d$dem12/(d$dem12+d$rep12); d$chg2<-d$d2p-d$d2p12
nc<-table(d$county); dF<-d[d$county%in%names(nc)[nc>1],]
margin<-22748; ballots<-sum(d$votes16*d$dre); flip<-100*margin/(2*ballots)
# Controls in standard deviations, weights around 1: the same model, and estimatr's matrices are well conditioned.
for(v in c('ldens','college','white','black','latino','linc','age','unemp','l10v')){d[[v]]<-as.numeric(scale(d[[v]])); dF[[v]]<-d[[v]][match(dF$muni,d$muni)]}
d$l10v2<-d$l10v^2; dF$l10v2<-dF$l10v^2; d$b<-as.numeric(scale(d$d2p12)); dF$b<-d$b[match(dF$muni,d$muni)]
# The effect, in standard errors, that a two-sided test at 5 percent finds four times in five: noncentral t.
detectable<-function(df) uniroot(function(n) pt(qt(.975,df),df,n,lower.tail=FALSE)+pt(-qt(.975,df),df,n)-.8,c(1,20),tol=1e-12)$root
cr2<-function(f,v,data,w=NULL){
 data$w_<-if(is.null(w)) 1 else data[[w]]/mean(data[[w]])
 m<-if(is.null(w)) lm_robust(as.formula(f),data,clusters=county,se_type='CR2') else lm_robust(as.formula(f),data,weights=w_,clusters=county,se_type='CR2')
 b<-unname(m$coefficients[v]); s<-unname(m$std.error[v]); df<-unname(m$df[v])
 p<-max(pt((b+flip)/s,df,lower.tail=FALSE),pt((b-flip)/s,df))
 list(est=b,se=s,df=df,n=m$nobs,lower=b-qt(.975,df)*s,upper=b+qt(.975,df)*s,lower90=b-qt(.95,df)*s,upper90=b+qt(.95,df)*s,
  p_equivalence=p,mde80=detectable(df)*s,p_zero=2*pt(-abs(b/s),df))}
all<-'ldens+college+white+black+latino+linc+age+unemp'; core<-'college+white+ldens'; size<-'+l10v+l10v2'
X<-paste0('+b+',all)
rungs<-list(
 level=cr2('dem16~D','D',d), level_votes=cr2('dem16~D','D',d,'votes16'),
 change=cr2('chg~D','D',d), change_votes=cr2('chg~D','D',d,'votes16'),
 adjusted=cr2(paste0('d2p~D',X),'D',d), adjusted_votes=cr2(paste0('d2p~D',X),'D',d,'votes16'),
 dose=cr2(paste0('d2p~dre',X),'dre',d), dose_votes=cr2(paste0('d2p~dre',X),'dre',d,'votes16'),
 within=cr2(paste0('d2p~dre',X,'+county'),'dre',dF), within_votes=cr2(paste0('d2p~dre',X,'+county'),'dre',dF,'votes16'),
 size=cr2(paste0('d2p~dre',X,size,'+county'),'dre',dF), size_votes=cr2(paste0('d2p~dre',X,size,'+county'),'dre',dF,'votes16'))
placebo<-cr2(paste0('d2p12~dre+',all),'dre',d,'votes12'); crude<-cr2('chg2~dre','dre',d,'votes16')
# 64 models: outcome x dose x weights x covariates x within counties x size.
grid<-list(); for(o in c('level','change')) for(v in c('dre','D')) for(w in c('equal','votes')) for(k in c('core','all')) for(fe in c(FALSE,TRUE)) for(z in c(FALSE,TRUE)){
 f<-paste0(if(o=='level') 'd2p' else 'chg2','~',v,if(o=='level') '+b' else '','+',if(k=='core') core else all,if(z) size else '',if(fe) '+county' else '')
 m<-cr2(f,v,if(fe) dF else d,if(w=='votes') 'votes16' else NULL)
 grid[[length(grid)+1]]<-c(list(outcome=o,dose=v,weights=w,covariates=k,within=fe,size=z),m[c('est','se','df','lower','upper','p_equivalence')])}
g<-do.call(rbind,lapply(grid,as.data.frame)); no<-g$p_equivalence>=.05
spec<-list(n=nrow(g),least=min(g$est),most=max(g$est),median=median(g$est),exclude_zero=sum(g$lower>0|g$upper<0),ruled_out=sum(!no),
 median_loose=median(g$est[!g$within&!g$size]),median_close=median(g$est[g$within&g$size]),
 models=grid)
# Hidden confounders as strong as a covariate: what the covariate explains of what is left of each, and the
# bounds of Cinelli and Hazlett (2020, section 4.4) for a confounder once as strong.
terms<-c('b','ldens','college','white','black','latino','linc','age','unemp')
mY<-lm(as.formula(paste0('d2p~D',X)),d); mD<-lm(as.formula(paste0('D~b+',all)),d)
pr2<-function(m,v){t<-summary(m)$coefficients[v,3]; t^2/(t^2+m$df.residual)}
se<-summary(mY)$coefficients['D',2]; b<-unname(coef(mY)['D']); df<-mY$df.residual
names_<-sub('^b$','d2p12',terms)
bench<-lapply(setNames(terms,names_),function(v){ y<-pr2(mY,v); x<-pr2(mD,v)
 bx<-x/(1-x); zx<-x^2/((1-x)*(1-x)); by<-min(1,((1+sqrt(zx))/sqrt(1-zx))^2*y/(1-y))
 bias<-se*sqrt(df)*sqrt(by*bx/(1-bx)); list(outcome=y,treatment=x,bound_outcome=by,bound_treatment=bx,bias_bound=bias,left_bound=sign(b)*(abs(b)-bias))})
# Balance: differences of means in standard deviations of the two groups pooled.
smd<-lapply(setNames(terms,names_),function(v) (mean(d[[v]][d$D==1])-mean(d[[v]][d$D==0]))/sqrt((var(d[[v]][d$D==1])+var(d[[v]][d$D==0]))/2))
# Places below and above the median size, by what they voted on.
small<-d$votes16<median(d$votes16)
cells<-list(middle=median(d$votes16),small_electronic=mean(d$chg2[small&d$D==1]),small_other=mean(d$chg2[small&d$D==0]),large_electronic=mean(d$chg2[!small&d$D==1]),large_other=mean(d$chg2[!small&d$D==0]),
 n_small_electronic=sum(small&d$D==1),n_small_other=sum(small&d$D==0),n_large_electronic=sum(!small&d$D==1),n_large_other=sum(!small&d$D==0))
units<-list(median_votes_electronic=median(d$votes16[d$D==1]),median_votes_other=median(d$votes16[d$D==0]),n_other=sum(d$D==0),
 counties_one_kind=sum(tapply(d$D,d$county,function(x) length(unique(x)))==1))
r<-resid(lm(as.formula(paste0('d2p~b+',all)),d)); st<-split(seq_len(nrow(d)),d$county); both<-st[sapply(st,function(i) length(unique(d$D[i]))==2)]
units$n_both_kinds<-length(unlist(both))
dose<-sapply(st,function(i) sum(d$votes16[i]*d$dre[i])/sum(d$votes16[i]))
units$counties_over_half<-sum(dose>.5); units$counties_none<-sum(dose==0); units$county_share<-as.list(dose)
# Counties, as the claim counts them: intervals by votes and by county.
k<-read.csv('data/wi_county_2016.csv'); k$ld<-log(k$dens); k$chg<-k$dem16-k$dem12
hc3c<-function(m,v){s<-sqrt(vcovHC(m,'HC3')[v,v]); b<-unname(coef(m)[v]); list(est=b,lower=b-qt(.975,m$df.residual)*s,upper=b+qt(.975,m$df.residual)*s)}
curve<-lapply(c(.02,.05,.1,.15,.2,.25,.3,.4,.5,.6),function(t){k$e<-as.integer(k$dre>t); list(threshold=t,naive=hc3c(lm(dem16~e,k),'e'),weighted=hc3c(lm(dem16~e,k,weights=votes),'e'),level_adjusted=hc3c(lm(dem16~e+college+white+ld,k),'e'),change=hc3c(lm(chg~e,k),'e'),adjusted=hc3c(lm(chg~e+college+white+ld,k),'e'))})
# States: intervals and least detectable effects, in points and in votes of the margin.
q<-read.csv('data/county_equipment_2016.csv')
three<-lapply(split(q,q$state)[c('Wisconsin','Michigan','Pennsylvania')],function(x) list(counties=nrow(x),only=sum(x$dre_only>.5),mixed=sum(x$mixed>.5),scan=sum(x$os>.5),any=sum(x$dre_only+x$mixed>0)))
q<-q[complete.cases(q),]; q<-q[q$clinton16+q$trump16>0&q$obama12+q$romney12>0,]
q$chg<-100*q$clinton16/(q$clinton16+q$trump16)-100*q$obama12/(q$obama12+q$romney12); q$y<-100*q$clinton16/(q$clinton16+q$trump16)
q$any<-as.integer(q$dre_only+q$mixed>.5); q$dre<-as.integer(q$dre_only>.5); q$lpop<-log(q$total_population); q$linc<-log(q$median_hh_inc)
hc3<-function(m,v){s<-sqrt(vcovHC(m,'HC3')[v,v]); b<-unname(coef(m)[v]); f<-m$df.residual; list(est=b,lower=b-qt(.975,f)*s,upper=b+qt(.975,f)*s,p=2*pt(-abs(b/s),f),mde80=detectable(f)*s)}
states<-lapply(split(q,q$state),function(x){ if(nrow(x)<20||sum(x$any)<4||sum(1-x$any)<4) return(NULL)
 o<-hc3(lm(chg~any+lesscollege_pct+white_pct+lpop,x),'any'); tot<-x$clinton16+x$trump16+x$otherpres16
 o$least_votes<-2*o$mde80/100*sum(tot*(x$dre_only+x$mixed)); o$n<-nrow(x); o$electronic<-sum(x$any); o})
states<-states[!sapply(states,is.null)]
pa<-q[q$state=='Pennsylvania',]
pennsylvania<-list(naive=hc3(lm(y~dre,pa),'dre'),adjusted_only=hc3(lm(chg~dre+lesscollege_pct+white_pct+lpop,pa),'dre'))
vs<-names(which(tapply(q$any,q$state,function(x) length(unique(x))>1))); dv<-q[q$state%in%vs,]
mn<-lm_robust(chg~any+lesscollege_pct+white_pct+linc+rural_pct+foreignborn_pct+lpop+state,dv,clusters=state,se_type='CR2')
national<-list(est=unname(mn$coefficients['any']),lower=unname(mn$conf.low['any']),upper=unname(mn$conf.high['any']),n=mn$nobs,states=length(vs),df=unname(mn$df['any']))
out<-list(ballots=ballots,flip=flip,rungs=rungs,placebo=placebo,crude=crude,spec=spec,benchmarks=bench,smd_before=smd,small_places=cells,units=units,
 curve=curve,three=three,states=states,pennsylvania=pennsylvania,national=national)
write(toJSON(out,auto_unbox=TRUE,digits=12,pretty=TRUE),'machines_page.json')
