# Reference values for functions that the other scripts do not reach. R 4.2.2, sandwich, estimatr.
# Run in tests/golden: Rscript scripts/stats_extra.R
suppressMessages({library(sandwich);library(estimatr);library(jsonlite)})
out <- list()
# Tails of distributions, also far out and with fractional degrees of freedom.
out$normal_tail <- data.frame(z=c(-3,-.5,0,1.96,5,8,20), p=pnorm(c(-3,-.5,0,1.96,5,8,20), lower.tail=FALSE))
g <- expand.grid(t=c(-2,.1,2.5,7,30), df=c(1,3.7,11.64722242263,71,1797))
out$student_tail <- transform(g, p=pt(t, df, lower.tail=FALSE))
q <- expand.grid(p=c(.0005,.1,.5,.8,.95,.975,.9995), df=c(1,3.7,11.64722242263,71,1797))
out$student_quantile <- transform(q, t=qt(p, df))
x <- expand.grid(x=c(.1,3,9,25,80), df=c(1,9,20)); out$chi_square_tail <- transform(x, p=pchisq(x, df, lower.tail=FALSE))
f <- expand.grid(x=c(.2,1,4,30), a=c(1,4), b=c(7,154)); out$fisher_tail <- transform(f, p=pf(x, a, b, lower.tail=FALSE))
# Georgia 2000: average marginal effects of the quasi-binomial model, by ballots, delta method by hand.
v <- read.csv('data/gavote.csv'); v$lost <- v$ballots - v$votes; v$pergore <- v$gore / v$votes
v$usage <- ifelse(v$rural == 'rural', 'rural', 'urban')
v$equip <- factor(v$equip); v$econ <- factor(v$econ); v$usage <- factor(v$usage)
m <- glm(cbind(lost, votes) ~ equip + econ + perAA + usage + pergore, family=quasibinomial, data=v,
  control=glm.control(epsilon=1e-14, maxit=100))
V <- vcov(m); b <- coef(m); X <- model.matrix(m); w <- v$ballots / sum(v$ballots)
ame <- function(col) { num <- col %in% c('perAA', 'pergore')
  if (num) { p <- plogis(drop(X %*% b)); est <- sum(w * b[col] * p * (1 - p))
    g <- colSums(w * b[col] * p * (1 - p) * (1 - 2 * p) * X); g[col] <- g[col] + sum(w * p * (1 - p))
  } else { term <- sub('(equip|econ|usage).*', '\\1', col); own <- grepl(paste0('^', term), colnames(X))
    X0 <- X; X0[, own] <- 0; X1 <- X0; X1[, col] <- 1; p0 <- plogis(drop(X0 %*% b)); p1 <- plogis(drop(X1 %*% b))
    est <- sum(w * (p1 - p0)); g <- colSums(w * (p1 * (1 - p1) * X1 - p0 * (1 - p0) * X0)) }
  c(effect=est, se=sqrt(drop(t(g) %*% V %*% g))) }
out$gavote <- list(coef=as.list(b), se=as.list(sqrt(diag(V))), dispersion=summary(m)$dispersion, deviance=m$deviance,
  null_deviance=m$null.deviance, effects=lapply(setNames(colnames(X)[-1], colnames(X)[-1]), function(n) as.list(ame(n))))
# Outliers: Georgia's weighted regression.
o <- lm(lost / ballots ~ pergore + perAA, v, weights=ballots)
out$outlier <- list(rstudent=unname(rstudent(o)), cook=unname(cooks.distance(o)), hat=unname(hatvalues(o)))
l <- lm(lost / ballots ~ pergore + perAA, v[-5,], weights=ballots)
pr <- predict(l, v[5,], interval='prediction', level=.9, weights=v$ballots[5])
out$left_out <- as.list(setNames(pr, c('fit', 'lower', 'upper')))
# Palm Beach 2000, quasi-binomial without the county: as in 06_palmbeach.R, converged to the last digits.
f <- read.csv('data/florida_2000_qss.csv'); pb <- which(f$county == 'PalmBeach')
f$N <- f$Bush00 + f$Gore00 + f$Buchanan00
f$sP <- qlogis(f$Perot96 / (f$Perot96 + f$Clinton96 + f$Dole96)); f$sD <- qlogis(f$Dole96 / (f$Clinton96 + f$Dole96))
q <- glm(cbind(Buchanan00, N - Buchanan00) ~ sP + sD, family=quasibinomial, data=f[-pb,],
  control=glm.control(epsilon=1e-14, maxit=100))
pr <- predict(q, f[pb,], type='link', se.fit=TRUE); p <- plogis(pr$fit); bin <- f$N[pb] * p * (1 - p)
sd <- sqrt(summary(q)$dispersion * bin + (bin * pr$se.fit)^2)
out$palm_beach <- lapply(list(coef=as.list(coef(q)), dispersion=summary(q)$dispersion, expected=f$N[pb] * p, sd_pred=sd,
  z=(f$Buchanan00[pb] - f$N[pb] * p) / sd, excess=f$Buchanan00[pb] - f$N[pb] * p), function(x) if (is.list(x)) x else unname(x))
# The lines through Perot's vote with the certified count of Buchanan's, which the record of absentee ballots has.
plain <- function(x) gsub('[^a-z]', '', tolower(x))
a <- read.csv('data/abseday_FL2000.csv'); f$certified <- a$Total.Buchanan[match(plain(f$county), plain(a$County))]
stopifnot(!anyNA(f$certified), f$certified[pb] == 3411)
out$palm_beach$certified <- list(raw=unname(rstudent(lm(certified ~ Perot96, f))[pb]), log=unname(rstudent(lm(log(certified) ~ log(Perot96), f))[pb]))
# Wisconsin: CR2 with county fixed effects, weighted and not.
d <- read.csv('data/wi_muni_2016.csv'); d <- d[d$county != 'MENOMINEE',]
d$d2p <- 100*d$dem16/(d$dem16+d$rep16); d$d2p12 <- 100*d$dem12/(d$dem12+d$rep12); d$ldens <- log(d$dense); d$linc <- log(d$inc)
fe <- d2p~dre+d2p12+ldens+college+white+black+latino+linc+age+unemp+county
for (k in c('weighted','unweighted')) { c2 <- if (k=='weighted') lm_robust(fe, d, weights=votes16, clusters=county, se_type='CR2') else lm_robust(fe, d, clusters=county, se_type='CR2')
  out$wisconsin_fe_cr2[[k]] <- list(estimate=unname(c2$coefficients['dre']), se=unname(c2$std.error['dre']), df=unname(c2$df['dre'])) }
# Multiplicity.
p <- c(.047,.3,.001,.02,.02,.9,.5); out$multiplicity <- list(p=p, holm=p.adjust(p,'holm'), bh=p.adjust(p,'BH'))
write(toJSON(out, auto_unbox=TRUE, digits=16, pretty=TRUE), 'stats_extra.json')
