# Writes tests/oracles/rse.json: Rscript tests/oracles/rse.R ../shared/data/tidy/rse_staff_2017.csv
# Needs base R, psych and jsonlite. Data: Software Sustainability Institute, CC BY 2.5 Scotland.
library(jsonlite)

data <- read.csv(commandArgs(trailingOnly = TRUE)[1])
scales <- list(
  recognition = paste0("affRec", 1:5),
  employability = paste0("percEmp", 1:4),
  satisfaction = paste0("affSat", 1:4),
  progress = paste0("progRSE", 1:5),
  staying = c("turnOver5", "turnOver6")
)
turned <- "turnOver6"

score <- function(items) {
  values <- as.matrix(items)
  answered <- rowSums(!is.na(values))
  ifelse(answered >= ncol(values) / 2, (rowMeans(values, na.rm = TRUE) - 1) / 4 * 100, NA)
}
summary_of <- function(x) {
  x <- x[!is.na(x)]
  list(n = length(x), mean = mean(x), sd = sd(x))
}
reliability <- function(items, use) {
  if (ncol(items) > 2) {
    return(suppressWarnings(psych::alpha(items, use = use, warnings = FALSE))$total$raw_alpha)
  }
  r <- cor(items[[1]], items[[2]], use = "complete.obs")
  2 * r / (1 + r)
}

one_scale <- function(names) {
  items <- data[names]
  for (name in intersect(names, turned)) items[[name]] <- 6 - items[[name]]
  scores <- score(items)
  list(
    items = names,
    half = summary_of(scores),
    complete = summary_of(scores[complete.cases(items)]),
    by_group = lapply(split(scores, data$group), summary_of),
    n_complete = sum(complete.cases(items)),
    reliability_complete = reliability(na.omit(items), "complete.obs"),
    reliability_pairwise = reliability(items, "pairwise")
  )
}

write(toJSON(list(
  made_by = list(R = R.version.string, psych = as.character(packageVersion("psych")),
                 script = "tests/oracles/rse.R", date = "2026-11-23"),
  scales = lapply(scales, one_scale)
), auto_unbox = TRUE, digits = NA, pretty = TRUE), "tests/oracles/rse.json")
