# Ecological inference by R's packages, on precincts whose ballots are known: Goodman's regression weighted by
# ballots (HC1), King's model (package ei) and the multinomial-Dirichlet model (package eiPack).
# Run in the project's folder after 28_ecological.py: Rscript tests/golden/scripts/28_ecological.R FOLDER
suppressMessages({ library(sandwich); library(ei); library(eiPack) })
folder <- commandArgs(TRUE)[1]
d <- read.csv(file.path(folder, "ecological.csv"), colClasses=c(precinct="character"))
out <- list()
for (place in unique(d$place)) for (group in c("democratic", "republican", "third")) {
  p <- d[d$place == place, ]
  x <- p[[group]] / p$ballots; t <- p$senate / p$ballots
  m <- lm(t ~ x, weights=p$ballots); V <- vcovHC(m, "HC1"); b <- coef(m)
  goodman <- c(sum(b), sqrt(sum(V)))
  king <- c(NA, NA); md <- c(NA, NA)
  if (group != "third") {
    set.seed(1)
    k <- try({ r <- suppressMessages(ei(t ~ x, total="ballots", data=data.frame(t, x, ballots=p$ballots)))
      b <- r$betabs; w <- p[[group]]; agg <- colSums(b * w, na.rm=TRUE) / sum(w[!is.na(b[, 1])]); c(mean(agg), sd(agg), r$phi) }, silent=TRUE)
    if (!inherits(k, "try-error")) king <- k else cat(k)
  }
  set.seed(2)
  q <- data.frame(y=p$senate, n=p$ballots - p$senate, g=p[[group]], o=p$ballots - p[[group]])
  k <- try({ tune <- tuneMD(cbind(y, n) ~ cbind(g, o), data=q, ntunes=8, totaldraws=4000)
    r <- ei.MD.bayes(cbind(y, n) ~ cbind(g, o), data=q, tune.list=tune, sample=2000, thin=50, burnin=30000)
    cc <- as.matrix(r$draws$Cell.counts); s <- cc[, "ccount.g.y"] / (cc[, "ccount.g.y"] + cc[, "ccount.g.n"]); c(mean(s), sd(s), quantile(s, c(.025, .975))) }, silent=TRUE)
  if (!inherits(k, "try-error")) md <- k else cat(k)
  cat(place, group, "goodman", format(goodman, digits=10), "king", format(king, digits=8), "md", format(md, digits=6), "\n")
}
