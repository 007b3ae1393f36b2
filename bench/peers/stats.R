# Permutation, CR2 and the specification grid in R, with clubSandwich for CR2: stats.R JOB TIMES FILE.
suppressMessages({library(jsonlite); library(clubSandwich)})
args <- commandArgs(TRUE); job <- args[1]; times <- as.numeric(args[2])
units <- fromJSON(args[3])
covariates <- units$covariates
permutation <- function() {
  set.seed(1); draws <- 10000 * times; total <- numeric(draws); observed <- 0
  outcome <- units$twoParty - units$twoPartyBefore; treated <- as.numeric(units$dose >= 0.5)
  for (s in split(seq_along(treated), units$group)) {
    k <- sum(treated[s]); n <- length(s)
    if (k == 0 || k == n) next
    v <- outcome[s] - mean(outcome[s])
    observed <- observed + sum(v[treated[s] == 1])
    total <- total + vapply(seq_len(draws), function(b) sum(v[sample.int(n, k)]), 0)
  }
  (1 + sum(abs(total) >= abs(observed) - 1e-9)) / (draws + 1)
}
effect <- function(outcome, dose, byVotes, names, within, size, turns = 1) {
  keep <- if (within) ave(rep(1, nrow(units)), units$group, FUN = sum) > 1 else rep(TRUE, nrow(units))
  frame <- data.frame(y = units$twoParty - (if (outcome == "change") units$twoPartyBefore else 0),
    dose = if (dose == "share") units$dose else as.numeric(units$dose >= dose), covariates[names])
  if (outcome != "change") frame$before <- units$twoPartyBefore
  if (size) { frame$size <- log10(units$votes); frame$size2 <- log10(units$votes)^2 }
  frame$w <- units$votes; frame$g <- units$group
  frame <- frame[keep, ]
  frame <- do.call(rbind, lapply(seq_len(turns), function(turn) transform(frame, g = paste(g, turn))))
  held <- setdiff(names(frame), c("y", "w", "g", "dose"))
  form <- reformulate(c("dose", held, if (within) "g"), "y")
  environment(form) <- environment()
  fit <- if (byVotes) lm(form, frame, weights = w) else lm(form, frame)
  test <- coef_test(fit, vcov = "CR2", cluster = frame$g, test = "Satterthwaite", coefs = "dose")
  # Weighted within counties, clubSandwich's degrees of freedom lose their digits where a county's own level
  # leaves nothing of a direction (0.06 where numpy and ours have 2.81): they are computed, and not compared.
  c(test$beta, test$SE, if (within && byVotes) NA else test$df_Satt)
}
cr2 <- function() effect("two-party", "share", TRUE, names(covariates), FALSE, FALSE, times)
grid <- function() {
  few <- c("college", "white", "log density"); result <- c()
  for (outcome in if (times < 16) "two-party" else c("two-party", "change"))
    for (dose in if (times < 16) list("share") else list("share", 0.5))
      for (byVotes in if (times < 4) FALSE else c(FALSE, TRUE))
        for (names in if (times < 4) list(few) else list(few, names(covariates)))
          for (within in c(FALSE, TRUE)) for (size in c(FALSE, TRUE))
            result <- c(result, effect(outcome, dose, byVotes, names, within, size))
  result
}
start <- proc.time()[["elapsed"]]
while (proc.time()[["elapsed"]] - start < 2) invisible(get(job)())
start <- proc.time()[["elapsed"]]
result <- get(job)()
seconds <- proc.time()[["elapsed"]] - start
status <- grep("VmHWM", readLines("/proc/self/status"), value = TRUE)
peak <- as.numeric(gsub("[^0-9]", "", status)) / 1024
cat(toJSON(list(seconds = unbox(seconds), peak = unbox(peak), result = result), digits = 15, na = "null"), "\n")
