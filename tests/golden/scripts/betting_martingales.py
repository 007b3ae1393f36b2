# Makes tests/golden/betting_martingales.json with SHANGRLA's own NonnegMean (github.com/pbstark/SHANGRLA,
# commit 9d5db92edf1b5405204ab5a9f10cce2a9331e913): python3 betting_martingales.py FOLDER_OF_SHANGRLA
import importlib.util, json, sys
import numpy as np

spec = importlib.util.spec_from_file_location("nonneg_mean", sys.argv[1] + "/shangrla/core/NonnegMean.py")
module = importlib.util.module_from_spec(spec)
spec.loader.exec_module(module)
NonnegMean = module.NonnegMean

rng = np.random.default_rng(2016)
rows = []


def add(name, x, N, t, u, **more):
    test = NonnegMean(test=NonnegMean.betting_mart, N=N, t=t, u=u, **more)
    kind = more["bet"].__name__
    x = np.array(x, dtype=float)
    risk, history = test.betting_mart(x)
    rows.append(dict(name=name, x=list(x), population=None if N == np.inf else N, null_mean=t, bound=u, bet=kind,
                     lam=more.get("lam"), p=list(history), risk=float(risk)))


for v in (0.02, 0.1, 0.4):
    u = 2 / (2 - v)
    right = 1 / (2 - v)
    # No errors; a one-vote overstatement; errors of every kind at rates of one in fifty.
    clean = [right] * 200
    one = clean.copy(); one[60] = right / 2
    mixed = [right * rng.choice([1, 0.5, 0, 1.5, 2], p=[.92, .02, .02, .02, .02]) for _ in range(200)]
    for name, x in (("no errors", clean), ("one overstatement", one), ("errors of every kind", mixed)):
        for N in (np.inf, 1000):
            add(f"{name}, margin {v}", x, N, .5, u, bet=NonnegMean.fixed_bet, lam=1.5)
            if name != "no errors":
                add(f"{name}, margin {v}", x, N, .5, u, bet=NonnegMean.agrapa, lam=0.5)
polling = list(rng.binomial(1, .56, 300))
for N in (np.inf, 600):
    add("polling", polling, N, .5, 1, bet=NonnegMean.agrapa, lam=0.5)
    add("polling", polling, N, .5, 1, bet=NonnegMean.fixed_bet, lam=0.2)

optimal = []
for v in (0.005, 0.02, 0.1, 0.4):
    for p2 in (1e-5, 1e-3, 0.01, 0.1):
        u = 2 / (2 - v)
        test = NonnegMean(N=np.inf, t=.5, u=u, error_rate_2=p2)
        eta = test.optimal_comparison(np.array([1.0]))
        optimal.append(dict(margin=v, two_over=p2, bet=float(test.eta_to_lam(eta, .5))))
json.dump(dict(source="SHANGRLA 9d5db92, NonnegMean.betting_mart", paths=rows, optimal=optimal), sys.stdout)
