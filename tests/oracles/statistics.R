# Writes tests/oracles/statistics.json: Rscript tests/oracles/statistics.R
# Needs base R, psych and jsonlite. Data: datasets::attitude (Chatterjee and Price 1977).
library(jsonlite)

wilson <- function(successes, n) {
  ends <- prop.test(successes, n, correct = FALSE)$conf.int
  list(successes = successes, n = n, low = ends[1], high = ends[2])
}
alpha <- function(data, ...) {
  suppressWarnings(psych::alpha(data, warnings = FALSE, ...))$total$raw_alpha
}
spearman_brown <- function(r) 2 * r / (1 + r)

x <- attitude$rating
coarse <- as.data.frame(lapply(attitude, function(v) pmin(5, pmax(1, round(v / 20)))))
gaps <- coarse
gaps$raises[1:3] <- NA
gaps$rating[30] <- NA

write(toJSON(list(
  made_by = list(R = R.version.string, psych = as.character(packageVersion("psych")),
                 script = "tests/oracles/statistics.R", date = "2026-11-23"),
  rating = list(values = x, mean = mean(x), sd = sd(x), low = t.test(x)$conf.int[1],
                high = t.test(x)$conf.int[2]),
  wilson = list(wilson(5, 40), wilson(0, 11), wilson(11, 11), wilson(170, 343)),
  coarse = coarse,
  alpha = alpha(coarse),
  spearman_brown = spearman_brown(cor(coarse$rating, coarse$complaints)),
  gaps = gaps,
  alpha_pairwise = alpha(gaps, use = "pairwise"),
  alpha_complete = alpha(na.omit(gaps))
), dataframe = "columns", auto_unbox = TRUE, digits = NA, pretty = TRUE, na = "null"),
"tests/oracles/statistics.json")
