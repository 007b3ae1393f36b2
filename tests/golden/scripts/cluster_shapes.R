# CR2 where clusters are much larger, and smaller, than the columns, with clubSandwich.
# Run in tests/golden: Rscript scripts/cluster_shapes.R. Writes cluster_shapes.json.
suppressMessages(library(clubSandwich))
i <- 0:479
d <- data.frame(g = ifelse(i < 360, i %/% 60, 6 + (i - 360) %/% 3), x = sin(i), z = cos(1.7 * i), w = 1 + (7 * i) %% 13)
for (j in 1:8) d[[paste0("v", j)]] <- sin((j + 0.3) * i)
d$y <- d$x + 0.5 * d$z + sin(3.3 * i) + 0.3 * sin(5 * d$g)
few <- y ~ x + z; many <- reformulate(c("x", "z", paste0("v", 1:8)), "y")
found <- function(formula, weights) {
  d$weight <- weights
  fit <- lm(formula, d, weights = weight)
  test <- coef_test(fit, vcov = "CR2", cluster = d$g, test = "Satterthwaite", coefs = "x")
  sprintf("[%.15g, %.15g, %.15g]", test$beta, test$SE, test$df_Satt)
}
equal <- function(formula) {
  fit <- lm(formula, d)
  test <- coef_test(fit, vcov = "CR2", cluster = d$g, test = "Satterthwaite", coefs = "x")
  sprintf("[%.15g, %.15g, %.15g]", test$beta, test$SE, test$df_Satt)
}
writeLines(sprintf('{"few": %s,\n"many": %s,\n"few weighted": %s,\n"many weighted": %s}', equal(few), equal(many),
  found(few, d$w), found(many, d$w)), "cluster_shapes.json")
