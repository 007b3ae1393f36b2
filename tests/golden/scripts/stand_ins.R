# Stand-ins for jsonlite's toJSON() and estimatr's lm_robust(se_type='CR2'), for machines that have neither:
# source this file, then the script. CR2 is computed from its definition (Bell and McCaffrey 2002; Pustejovsky
# and Tipton 2018, with the identity as working model). On the data before the 21 municipalities were mended it
# gave estimatr's standard errors, degrees of freedom and intervals to 1e-7.
toJSON <- function(x, auto_unbox = TRUE, digits = 12, pretty = TRUE, depth = 0) {
  pad <- strrep('  ', depth); inner <- strrep('  ', depth + 1)
  quote <- function(v) paste0('"', gsub('"', '\\\\"', v), '"')
  number <- function(v) sapply(v, function(u) if (is.na(u)) '"NA"' else if (u == round(u) && abs(u) < 1e15) sprintf('%.0f', u) else sub('e-0', 'e-', formatC(u, digits = 15, format = 'g')))
  if (is.null(x)) return('{}')
  if (is.list(x)) {
    if (length(x) == 0) return('[]')
    items <- sapply(seq_along(x), function(i) toJSON(x[[i]], depth = depth + 1))
    if (is.null(names(x))) return(paste0('[\n', paste0(inner, items, collapse = ',\n'), '\n', pad, ']'))
    return(paste0('{\n', paste0(inner, quote(names(x)), ': ', items, collapse = ',\n'), '\n', pad, '}'))
  }
  v <- if (is.character(x)) quote(x) else if (is.logical(x)) ifelse(x, 'true', 'false') else number(x)
  if (length(v) == 1) unname(v) else paste0('[', paste(v, collapse = ', '), ']')
}
lm_robust <- function(formula, data, weights = NULL, clusters, se_type = 'CR2') {
  cluster <- eval(substitute(clusters), data); w <- eval(substitute(weights), data); v <- all.vars(formula)[2]
  if (is.null(w)) w <- rep(1, nrow(data))
  y <- model.response(model.frame(formula, data)); X <- model.matrix(formula, data)
  M <- solve(crossprod(X, w * X)); b <- drop(M %*% crossprod(X, w * y)); e <- y - drop(X %*% b)
  R <- diag(nrow(X)) - X %*% M %*% t(w * X); j <- which(colnames(X) == v); groups <- split(seq_along(y), cluster)
  se2 <- 0; P <- matrix(0, nrow(X), length(groups))
  for (g in seq_along(groups)) {
    i <- groups[[g]]; s <- eigen(tcrossprod(R[i, , drop = FALSE]), symmetric = TRUE); keep <- s$values > 1e-10
    U <- s$vectors[, keep, drop = FALSE]; A <- U %*% (t(U) / sqrt(s$values[keep]))
    a <- drop(M[j, ] %*% t(w[i] * X[i, , drop = FALSE])) %*% A
    se2 <- se2 + sum(a * e[i])^2; P[, g] <- drop(a %*% R[i, , drop = FALSE])
  }
  G <- crossprod(P); df <- sum(diag(G))^2 / sum(G^2); se <- sqrt(se2)
  list(coefficients = setNames(b, colnames(X)), std.error = setNames(se, v), df = setNames(df, v), nobs = length(y),
    conf.low = setNames(b[j] - qt(.975, df) * se, v), conf.high = setNames(b[j] + qt(.975, df) * se, v))
}
suppressMessages({base::library(sandwich); base::library(lmtest)}); library <- function(...) invisible(NULL)
