"""The straightforward way: a year's losses with NumPy, a draw for every risk of every year.

Reads a model and a book as JSON, and writes how long it took and what came of it. It does less than the console's
engine: incidents of one pool are capped one by one, as though each found the pool as it was.
"""

import json
import sys
import time

import numpy as np

CHUNK = 50_000

with open(sys.argv[1]) as file:
    case = json.load(file)

years = case["years"]
risks = len(case["marks"])
marks = np.array(case["marks"])
alpha = np.array(case["alpha"])
beta = np.array(case["beta"])
rho = case["correlation"]
degrees = case["degrees"]
shocks = [(shock["rate"], shock["reach"], np.array(shock["members"])) for shock in case["shocks"]]
lines = case["lines"]
venues = case["venues"]
pegs = case["pegs"]
rng = np.random.default_rng(case["seed"])

started = time.perf_counter()
losses = np.empty(years)
cuts = np.empty(years)
for start in range(0, years, CHUNK):
    count = min(CHUNK, years - start)
    factor = rng.standard_normal(count)
    scale = np.sqrt(rng.chisquare(degrees, count) / degrees)
    latent = np.sqrt(rho) * factor[:, None] + np.sqrt(1 - rho) * rng.standard_normal((count, risks))
    hit = latent < marks[None, :] * scale[:, None]
    for rate, reach, members in shocks:
        struck = np.nonzero(rng.poisson(rate, count))[0]
        reached = rng.random((len(struck), len(members))) < reach
        hit[np.ix_(struck, members)] |= reached
    severity = np.zeros((count, risks))
    rows, columns = np.nonzero(hit)
    severity[rows, columns] = np.ceil(rng.beta(alpha[columns], beta[columns]) * 10_000) / 10_000
    loss = np.zeros(count)
    cut = np.zeros(count)
    left = [np.full(count, holding["worth"]) for holding in pegs]
    for line in lines:
        due = line["cover"] * severity[:, line["risk"]] * (1 - line["deductible"])
        over = np.maximum(0, due - line["cap"])
        loss += due
        cut += over
        left[line["asset"]] -= due - over
    for venue in venues:
        lost = venue["value"] * severity[:, venue["risk"]]
        loss += lost
        left[venue["asset"]] -= lost
    for holding, rest in zip(pegs, left):
        loss += rest * severity[:, holding["risk"]]
    losses[start : start + count] = loss
    cuts[start : start + count] = cut
ordered = np.sort(losses)
result = {
    "seconds": time.perf_counter() - started,
    "mean": ordered.mean(),
    "value_at_risk": ordered[int(np.ceil(0.995 * years)) - 1],
    "tail": ordered[int(np.ceil(0.995 * years)) :].mean(),
    "any_cut": float((cuts > 0).mean()),
    "numpy": np.__version__,
}
json.dump(result, sys.stdout)
