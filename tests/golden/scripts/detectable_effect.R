# The effect, in standard errors, that a two-sided t test detects with a given power: R's noncentral t.
# Run in tests/golden: Rscript scripts/detectable_effect.R. Writes detectable_effect.json.
rows <- c()
for (df in c(2, 5, 11.647, 30, 71, 500)) for (power in c(.5, .8, .9)) for (alpha in c(.05, .1)) {
  t <- qt(1 - alpha / 2, df)
  # Below 0 R has the lower tail only: P(T < -t) at d is P(T > t) at -d.
  f <- function(d) pt(t, df, d, lower.tail = FALSE) + pt(-t, df, d) - power
  rows <- c(rows, sprintf("[%.15g, %.15g, %.15g, %.15g]", df, power, alpha, uniroot(f, c(0, 30), tol = 1e-13)$root))
}
writeLines(paste0('{"columns": ["degreesOfFreedom", "power", "alpha", "effect"], "rows": [\n', paste(rows, collapse = ",\n"), "]}"), "detectable_effect.json")
