# Florida 2000: what two columns go with, in models that hold the machine or the place of counting fixed or leave
# counties out (average marginal effects by ballots, delta method by hand), layouts by machine, and the error of
# Palm Beach's excess. Run in tests/golden; reads the project's tables of counties. Needs jsonlite, or stand_ins.R.
suppressMessages(library(jsonlite))
f <- read.csv('../../data/florida_2000.csv'); k <- read.csv('../../data/florida_2000_counting.csv')
f$votes <- rowSums(f[,c('bush','gore','browne','nader','harris','hagelin','buchanan','mcreynolds','phillips','moorehead','chote','mccarthy')])
f$ballots <- f$votes + f$undervotes + f$overvotes
f <- merge(f, k[,c('fips','place','returned')])
f$counting <- with(f, ifelse(place=='precinct' & returned!='no', 'precinct', ifelse(returned=='no', 'not returned', 'unknown')))
f$two <- as.integer(f$ballot_columns==2); f$machine <- factor(f$technology)
ame <- function(m) { V <- vcov(m); b <- coef(m); X <- model.matrix(m); w <- m$prior.weights/sum(m$prior.weights); X0 <- X; X0[,'two'] <- 0; X1 <- X; X1[,'two'] <- 1
  p0 <- plogis(drop(X0%*%b)); p1 <- plogis(drop(X1%*%b)); e <- sum(w*(p1-p0)); g <- colSums(w*(p1*(1-p1)*X1-p0*(1-p0)*X0)); s <- sqrt(drop(t(g)%*%V%*%g)); q <- qt(.975, m$df.residual)
  list(point=100*e, lower=100*(e-q*s), upper=100*(e+q*s), dispersion=summary(m)$dispersion, n=nrow(X), two=sum(X[,'two'])) }
fit <- function(d, rhs) ame(glm(as.formula(paste('cbind(overvotes, ballots-overvotes) ~ two', rhs)), quasibinomial, droplevels(d), control=glm.control(epsilon=1e-13, maxit=100)))
d <- subset(f, !technology %in% c('Hand','Lever')); of <- function(t) subset(d, technology==t)
models <- list(all=fit(d,'+machine'), without_duval=fit(subset(d,county!='Duval'),'+machine'), without_palm_beach=fit(subset(d,county!='Palm Beach'),'+machine'),
 without_both=fit(subset(d,!county%in%c('Duval','Palm Beach')),'+machine'), counting=fit(d,'+machine+counting'),
 optical=fit(of('Optical'),''), optical_counting=fit(of('Optical'),'+counting'), votomatic=fit(of('Votomatic'),''), datavote=fit(of('Datavote'),''))
layouts <- lapply(split(f, paste(f$technology, f$ballot_columns)), function(x) { r <- 100*x$overvotes/x$ballots
  list(counties=nrow(x), rate=100*sum(x$overvotes)/sum(x$ballots), least=min(r), most=max(r)) })
counted <- lapply(split(of('Optical'), with(of('Optical'), paste(counting, two))), function(x) list(counties=nrow(x), overvotes=sum(x$overvotes), ballots=sum(x$ballots)))
day <- f$recorded_total-f$absentee_total; b <- f$recorded_buchanan-f$absentee_buchanan; pa <- f$absentee_buchanan/f$absentee_total; pe <- b/day
se <- sqrt(pa*(1-pa)/f$absentee_total+pe*(1-pe)/day); z <- (pe-pa)/se; i <- which(f$county=='Palm Beach')
v <- read.csv('../../data/palm_beach_2000_cells.csv'); v$part <- v$voted; n <- function(...) sum(v$ballots[Reduce(`&`, list(...))]); e <- v$part=='election day'
contrast <- list(excess=b[i]-day[i]*pa[i], excess_error=3.81*day[i]*se[i], z_spread_others=sd(z[-i]), z_mean_others=mean(z[-i]), z_binomial=z[i])
ballots <- list(day_ballots=n(e), day_over=n(e,v$president=='over'), absentee_ballots=n(!e), absentee_over=n(!e,v$president=='over'),
 buchanan_day=n(e,v$president=='buchanan'), buchanan_day_nelson=n(e,v$president=='buchanan',v$senate=='nelson'), buchanan_absentee=n(!e,v$president=='buchanan'), buchanan_absentee_nelson=n(!e,v$president=='buchanan',v$senate=='nelson'),
 buchanan_day_mccollum=n(e,v$president=='buchanan',v$senate=='mccollum'), over_day_nelson=n(e,v$president=='over',v$senate=='nelson'), over_day_mccollum=n(e,v$president=='over',v$senate=='mccollum'))
# Buchanan's votes beyond the absentee share by Senate choice, on the ballots themselves, and what they would have
# meant for Gore's margin had they divided as the other election-day voters of that Senate choice did.
valid <- !v$president %in% c('over','under'); group <- ifelse(v$senate %in% c('nelson','mccollum'), v$senate, 'other')
by_senate <- lapply(c(nelson='nelson',mccollum='mccollum',other='other'), function(s) { g <- group==s; p <- v$president
  a <- n(!e,valid,g); x <- n(!e,g,p=='buchanan'); D <- n(e,valid,g); y <- n(e,g,p=='buchanan'); lean <- (n(e,g,p=='gore')-n(e,g,p=='bush'))/(D-y)
  list(excess=y-D*x/a, error=3.81*D*sqrt(x/a*(1-x/a)/a+y/D*(1-y/D)/D), day=y/D, absentee=x/a, lean=lean) })
net <- list(votes=sum(sapply(by_senate, function(g) g$excess*g$lean)), error=sqrt(sum(sapply(by_senate, function(g) (g$error*g$lean)^2))))
write(toJSON(list(models=models, layouts=layouts, counted=counted, contrast=contrast, ballots=ballots, by_senate=by_senate, net=net), auto_unbox=TRUE, digits=12, pretty=TRUE), 'florida_layout.json')
