# The jobs of the statistics benchmarks in R, on the same data; see peers.py for the protocol.
# Usage: Rscript peers.R FILE. Needs jsonlite; CR2 is estimatr's. R draws one sample a call, so its
# permutation tests do a tenth of the draws: multiply by ten.
suppressMessages({library(jsonlite); library(estimatr)})
data <- fromJSON(commandArgs(TRUE)[1])
data$draws <- data$draws / 10
x <- t(data$columns)[, -1]
frame <- data.frame(y = data$outcome, x, w = data$weights, g = data$strata)
treated <- data$treated; residual <- data$residuals
strata <- split(seq_along(treated), data$strata)
informative <- Filter(function(s) any(treated[s] == 1) && any(treated[s] == 0), strata)
permutation_stratified <- function() {
  set.seed(1); total <- numeric(data$draws); observed <- 0
  for (s in informative) {
    v <- residual[s] - mean(residual[s]); k <- sum(treated[s]); n <- length(s)
    observed <- observed + sum(v[treated[s] == 1])
    total <- total + vapply(seq_len(data$draws), function(b) sum(v[sample.int(n, k)]), 0)
  }
  (1 + sum(abs(total) >= abs(observed) - 1e-9)) / (data$draws + 1)
}
permutation_plain <- function() {
  set.seed(1); v <- residual - mean(residual); k <- sum(treated); n <- length(v)
  total <- vapply(seq_len(data$draws), function(b) sum(v[sample.int(n, k)]), 0)
  (1 + sum(abs(total) >= abs(sum(v[treated == 1])) - 1e-9)) / (data$draws + 1)
}
cluster_robust <- function() {
  form <- as.formula(paste("y ~", paste(setdiff(names(frame), c("y", "w", "g")), collapse = " + ")))
  unname(lm_robust(form, frame, weights = w, clusters = g, se_type = "CR2")$std.error[2])
}
input <- file("stdin"); open(input)
while (length(line <- readLines(input, n = 1)) > 0) { cat(get(line)(), "\n"); flush(stdout()) }
