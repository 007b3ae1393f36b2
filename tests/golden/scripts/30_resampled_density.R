# The same by the author's own program (R package spikes 1.1), of which only the functions that draw and compare
# are called. Run after 30_resampled_density.py FOLDER: Rscript tests/golden/scripts/30_resampled_density.R FOLDER SPIKES
# where SPIKES holds the package's source. Every voter turned out (N = t), so that places keep their votes.
arguments <- commandArgs(TRUE)
dbetabinom <- function(x, size, shape1, shape2, log = FALSE) {
  p <- lchoose(size, x) + lbeta(x + shape1, size - x + shape2) - lbeta(shape1, shape2)
  if (log) p else exp(p)
}
source(file.path(arguments[2], "R", "spikes-internal.R"))
d <- read.csv(file.path(arguments[1], "density.csv"))
pdf(NULL)
for (which in c("made", "real")) {
  places <- data.frame(N = d$n, t = d$n, v = d[[which]])
  set.seed(1)
  latent <- list(t = list(alpha = 1e6, beta = 1e-3, w = 1), v = est.density(y = places$v, n = places$t))
  runs <- sapply(1:3, function(seed) { set.seed(seed); fraud(latent, places, 1000, 1001, 1e-4)$fraud / 100 })
  cat(which, format(runs, digits = 6), "components", length(latent$v$w), "\n")
}
