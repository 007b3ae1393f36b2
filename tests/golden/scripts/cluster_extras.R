# Jackknife (CR3) variances by fitting again without each county, and clustered logistic regressions.
# Run in tests/golden: Rscript scripts/cluster_extras.R. Writes cluster_extras.json.
suppressMessages(library(sandwich))
d <- read.csv("data/wi_muni_2016.csv")
d$d2p <- 100 * d$dem16 / (d$dem16 + d$rep16); d$d2p12 <- 100 * d$dem12 / (d$dem12 + d$rep12)
d$ldens <- log(d$dense); d$linc <- log(d$inc); d$l10v <- log10(d$votes16); d$D <- as.integer(d$dre >= .5)
held <- "d2p12+ldens+college+white+black+latino+linc+age+unemp"
jackknife <- function(formula, name, weights = NULL) {
  d$w <- if (is.null(weights)) 1 else weights
  b <- coef(lm(formula, d, weights = w))[name]
  g <- unique(d$county)
  left <- sapply(g, function(x) coef(lm(formula, d[d$county != x, ], weights = w))[name])
  sqrt((length(g) - 1) / length(g) * sum((left - b)^2))
}
dose <- as.formula(paste("d2p~dre+", held)); within <- as.formula(paste("d2p~dre+", held, "+county"))
out <- c(
  dose_unweighted = jackknife(dose, "dre"), dose_weighted = jackknife(dose, "dre", d$votes16),
  within_unweighted = jackknife(within, "dre"), within_weighted = jackknife(within, "dre", d$votes16))
list_of <- function(x) paste0("{", paste(sprintf('"%s": %.15g', names(x), x), collapse = ", "), "}")
m <- glm(D ~ l10v + college + white, binomial, d, control = glm.control(1e-14, 100))
d$s <- round(d$votes16 * d$dem16 / 100)
q <- glm(cbind(s, votes16 - s) ~ dre + d2p12 + college, quasibinomial, d, control = glm.control(1e-14, 100))
se <- function(m) sqrt(diag(vcovCL(m, cluster = d$county, type = "HC1")))
writeLines(paste0('{"jackknife": ', list_of(out), ',\n"binomial": ', list_of(se(m)), ',\n"quasibinomial": ', list_of(se(q)),
  ',\n"binomial_coefficients": ', list_of(coef(m)), ',\n"quasibinomial_coefficients": ', list_of(coef(q)), "}"), "cluster_extras.json")
