# King's posterior as the R package ei computes it, at parameters inside and outside the unit square and for
# places of every kind: all of one kind, nobody chose, everybody chose.
# Run in tests/golden: Rscript scripts/king_posterior.R. Writes king_posterior.json.
suppressMessages(library(ei))
first <- c(100, 300, 420, 500, 640, 720, 0, 1000, 250, 900)
second <- c(260, 410, 480, 520, 700, 690, 310, 620, 0, 1000)
total <- rep(1000, 10)
points <- list(c(0, 0, -1.6, -1.6, 0), c(0.8, -0.6, -1.2, -2, 0.4), c(2.5, -2.6, -1, -1.1, -0.3),
  c(-2.4, 2.7, -0.9, -1.3, 0.2), c(-2.6, -2.2, -1.2, -0.8, 0.5), c(2.2, 2.5, -0.7, -1, -0.6), c(0.5, 0.3, -0.4, -2.5, 1.1))
sets <- list("of two kinds" = 1:6, "of one kind too" = 1:8, "with nobody and everybody" = c(1:6, 9, 10))
value <- function(p, rows) -ei:::like(c(p, 0, 0), second[rows] / total[rows], first[rows] / total[rows], total[rows],
  matrix(1, length(rows), 1), matrix(1, length(rows), 1), 1, 0.5, 0.5, 0.5, NA, NA, 2)
lines <- sapply(names(sets), function(name) sprintf('"%s": [%s]', name,
  paste(sapply(points, function(p) sprintf("%.12g", value(p, sets[[name]]))), collapse = ", ")))
writeLines(paste0("{", paste(lines, collapse = ",\n"), "}"), "king_posterior.json")
