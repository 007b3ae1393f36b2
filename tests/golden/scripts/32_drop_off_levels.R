# A level a state for drop-off, restricted maximum likelihood by lme4, apart from the library. The pairs come as
# CSV with year, state, drops, who stands again and closeness: Rscript tests/golden/scripts/32_drop_off_levels.R CSV
suppressMessages({ library(lme4); library(jsonlite) })
d <- read.csv(commandArgs(TRUE)[1])
d$year <- factor(d$year)
out <- list()
for (party in c("republican", "democratic")) {
  m <- lmer(as.formula(paste(party, "~ year + r_again + d_again + closeness + (1 | state)")), d, REML = TRUE,
    control = lmerControl(optCtrl = list(xtol_abs = 1e-12, ftol_abs = 1e-12)))
  v <- as.data.frame(VarCorr(m))$vcov
  levels <- ranef(m)$state
  out[[party]] <- list(criterion = REMLcrit(m), group = v[1], residual = v[2], coefficients = as.list(fixef(m)),
    levels = setNames(as.list(levels[[1]]), rownames(levels)),
    left_2024 = setNames(as.list(residuals(m)[d$year == 2024]), d$state[d$year == 2024]))
}
cat(toJSON(list(n = nrow(d), models = out), auto_unbox = TRUE, digits = 10, pretty = TRUE))
