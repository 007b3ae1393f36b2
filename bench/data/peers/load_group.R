# Reads a CSV file of precinct returns with data.table and adds up votes by state and candidate.
suppressMessages(library(data.table))
path <- commandArgs(trailingOnly = TRUE)[1]
start <- proc.time()[["elapsed"]]
sums <- fread(path)[, .(votes = sum(votes)), by = .(state_po, candidate)]
seconds <- proc.time()[["elapsed"]] - start
status <- grep("VmHWM", readLines("/proc/self/status"), value = TRUE)
peak <- as.numeric(gsub("[^0-9]", "", status)) / 1024
cat(sprintf('{"seconds": %f, "peak": %f, "total": %.0f}', seconds, peak, sum(sums$votes)))
