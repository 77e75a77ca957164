#!/usr/bin/env python3
"""Fit the weights by which lineage scores possible arrows (Sources/Lineage/Scoring/Weights.swift).

usage: fit_lineage.py FEATURES.jsonl:TRUTH.jsonl... [--check FEATURES.jsonl:TRUTH.jsonl...] [--out WEIGHTS.json]
                      [--setting timed|untimed|timedWire|untimedWire] [--swift]

FEATURES: what `stemma bench lineage-features ARTICLES` writes. TRUTH: the truth of `stemma bench lineage --write`
(nodes and edges of each tradition), or lines {"id", "parent"}. A weight is what makes the true trees likeliest among
all (gradient ascent on the matrix-tree likelihood, Koo et al. 2007; L-BFGS; a weak Gaussian prior). Parents of which
nothing is held and that no credit names are summed over. A setting takes the families with clocks or without, and with
lost sources that credits name ("Wire") or without; --swift prints the rows of FittedWeights.swift, to which `credit` and
`creditAgency` are set by hand. Measure made traditions 20 at a time, as the bench does: in larger piles sentences of its
grammar meet by chance. Needs numpy and scipy.
"""
import argparse, json, sys
from collections import defaultdict
import numpy as np
import scipy.optimize

FLOOR, SHIFT = 16.0, -10.0
# What made traditions do not teach, or not safely: stated by hand.
STATED = {"root": -20, "lostRoot": 0, "intoAgency": -6, "noText": -4, "lostUpstream": 6, "rootAgency": 6, "ownEarlier": 4.5,
          "ownVersion": 4.5, "typographyBack": -3.5}

def lines(path):
    with open(path, encoding="utf-8") as f:
        for line in f:
            if line.strip(): yield json.loads(line)

def truths(path):
    """By page id: the names of its main source's node, nearest first, up to the top."""
    above = {}
    for t in lines(path):
        if "edges" not in t:
            above[t["id"]] = [t["parent"]] if t["parent"] else ["root"]
            continue
        node = {n["id"]: n for n in t["nodes"]}
        main = {e["to"]: e["from"] for e in t["edges"] if e["part"] == "main"}
        for n in t["nodes"]:
            if n["lost"]: continue
            chain, at = [], n["id"]
            while at in main:
                at = main[at]
                chain.append(("lost:" + node[at]["label"]) if node[at]["lost"] else at)
                if not node[at]["lost"]: break
            else: chain.append("root")
            above[n["id"]] = chain
    return above

class Family:
    def __init__(self, o, above, count):
        self.n, names = len(o["nodes"]), {x: i for i, x in enumerate(o["nodes"])}
        self.names = o["nodes"]
        a = o["arrows"]
        self.f, self.t = np.array([x[0] for x in a]), np.array([x[1] for x in a])
        self.X = np.zeros((len(a), count), np.float32)
        for i, x in enumerate(a):
            for k, v in x[2]: self.X[i, k] = v
        at = {(int(f), int(t)): i for i, (f, t) in enumerate(zip(self.f, self.t))}
        self.truth = {}      # node: arrow
        self.judged = []
        for c, name in enumerate(o["nodes"]):
            chain = above.get(name)
            if chain is None: continue
            passed_lost = False
            for p in chain:
                if p == "root":
                    if not passed_lost: self.truth[c] = at[self.n, c]
                    break
                if p in names:
                    arrow = at.get((names[p], c))
                    if arrow is not None: self.truth[c] = arrow
                    break
                if p.startswith("lost:"): passed_lost = True
                else: break
        allowed = np.ones(len(a), bool)
        for c, arrow in self.truth.items():
            allowed[self.t == c] = False
            allowed[arrow] = True
        self.allowed = allowed

def likelihood(fam, s, allowed=None):
    """Log of the sum over all trees, and each arrow's probability."""
    n = fam.n
    M = np.full((n + 1, n), -np.inf)
    keep = slice(None) if allowed is None else allowed
    M[fam.f[keep], fam.t[keep]] = s[keep]
    best = M[:n].max(0)
    bare = np.where(best == -np.inf, np.inf, M[n] - np.where(best == -np.inf, 0, best))
    base = np.where(best == -np.inf, M[n], best)
    W = np.where(M[:n] == -np.inf, 0, np.exp(np.maximum(M[:n] - base, -FLOOR)))
    finite = bare[bare > -np.inf]
    shift = SHIFT - finite.max() if len(finite) and finite.max() < SHIFT else 0.0
    r = np.where(bare == np.inf, 1, np.exp(np.clip(bare + shift, -FLOOR, FLOOR)))
    r[bare == -np.inf] = 0
    if r.sum() == 0: r[:] = np.exp(-FLOOR)
    L = -W
    L[np.diag_indices(n)] = W.sum(0) + r
    sign, logdet = np.linalg.slogdet(L)
    inv = np.linalg.inv(L)
    P = np.zeros((n + 1, n))
    P[:n] = W * (np.diag(inv)[None, :] - inv.T)
    P[n] = r * np.diag(inv)
    p = np.zeros(len(s))
    p[keep] = np.clip(P[fam.f[keep], fam.t[keep]], 0, 1)
    return logdet + base.sum() - shift, p

def fit(families, fixed, start, prior=0.5, steps=80, mask=None):
    scale = np.sqrt(np.mean([(f.X ** 2).mean(0) for f in families], 0)) + 1e-2
    free = np.array([1.0 if i not in fixed else 0.0 for i in range(len(start))])
    if mask is not None: free *= mask
    def loss(v):
        w = start * (1 - free) + v / scale * free
        total, g = 0.0, np.zeros_like(w)
        for fam in families:
            if not fam.truth: continue
            s = fam.X @ w
            try:
                za, pa = likelihood(fam, s); zt, pt = likelihood(fam, s, fam.allowed)
            except np.linalg.LinAlgError: continue
            total += (za - zt) * fam.weight; g += fam.X.T @ (pa - pt) * fam.weight
        return total + prior * (w ** 2 * free).sum(), (g + 2 * prior * w) / scale * free
    r = scipy.optimize.minimize(loss, start * scale, jac=True, method="L-BFGS-B", options={"maxiter": steps})
    return start * (1 - free) + r.x / scale * free

def add_copied(families, w, names):
    c, rc = names.index("copied"), names.index("rootCopied")
    for fam in families:
        _, p = likelihood(fam, fam.X @ w)
        total = np.bincount(fam.f, p, fam.n + 1)
        held = np.array([not x.startswith("lost:") for x in fam.names] + [False])
        fam.X[:, c] = np.where(held[fam.f], np.log1p(np.maximum(0, total[fam.f] - p)), 0)
        fam.X[:, rc] = np.where((fam.f == fam.n) & held[fam.t], np.log1p(total[fam.t]), 0)

def tree(fam, s):
    """Chu-Liu/Edmonds by repeated contraction."""
    n = fam.n
    W = np.full((n + 1, n + 1), -np.inf); W[fam.f, fam.t] = s
    def solve(W, root):
        N = len(W); par = W.argmax(0); par[root] = -1
        state = np.zeros(N, int)
        for v in range(N):
            path, u = [], v
            while u != -1 and state[u] == 0: state[u] = v + 1; path.append(u); u = par[u]
            if u != -1 and state[u] == v + 1:
                cyc = path[path.index(u):]; break
        else: return par
        inside = set(cyc); rest = [v for v in range(N) if v not in inside]; k = len(rest)
        cyc = np.array(cyc)
        W2 = np.full((k + 1, k + 1), -np.inf); W2[:k, :k] = W[np.ix_(rest, rest)]
        out = W[np.ix_(cyc, rest)]; W2[k, :k] = out.max(0)
        into = W[np.ix_(rest, cyc)] - W[par[cyc], cyc][None, :]; W2[:k, k] = into.max(1)
        p2 = solve(W2, rest.index(root))
        res = par.copy()
        for j, v in enumerate(rest):
            if v != root: res[v] = rest[p2[j]] if p2[j] < k else cyc[out[:, j].argmax()]
        e = p2[k]; res[cyc[into[e].argmax()]] = rest[e]
        return res
    return solve(W, n)[:n]

def check(families, w):
    hits = given = roots = several = undirected = either = lost_tp = lost_t = lost_g = 0; sure = []
    for fam in families:
        s = fam.X @ w
        par = tree(fam, s); _, p = likelihood(fam, s)
        at = {(int(f), int(t)): i for i, (f, t) in enumerate(zip(fam.f, fam.t))}
        true = {c: int(fam.f[a]) for c, a in fam.truth.items()}
        for c, t in true.items():
            given += 1; ok = par[c] == t; hits += ok
            undirected += ok or (t < fam.n and par[t] == c)
            islost = lambda x: x < fam.n and fam.names[x].startswith("lost:")
            lost_t += islost(t); lost_g += islost(par[c]); lost_tp += islost(t) and ok
            if par[c] != fam.n: sure.append((p[at[par[c], c]], ok))
        held_root = lambda x: {c for c in true if x(c) == fam.n}
        several += 1; roots += held_root(lambda c: par[c]) == held_root(lambda c: true[c])
    s = np.array(sure, float); b = np.minimum(9, (s[:, 0] * 10).astype(int))
    cal = sum(abs((s[b == k, 0] - s[b == k, 1]).sum()) for k in range(10)) / len(s)
    table = [(round(s[b == k, 0].mean(), 3), round(s[b == k, 1].mean(), 3), int((b == k).sum())) for k in range(10) if (b == k).any()]
    return dict(parents=round(hits / given, 4), undirected=round(undirected / given, 4), roots=round(roots / several, 4), calibration=round(cal, 4),
                brier=round(((s[:, 0] - s[:, 1]) ** 2).mean(), 4), lost=(lost_t, lost_g, lost_tp)), table

def calibration(families, w, points=(0, .1, .2, .3, .4, .5, .6, .7, .8, .9, .95, 1)):
    """What a probability is worth: shares right by stretches of the scale, never falling (pool adjacent violators)."""
    sure = []
    for fam in families:
        s = fam.X @ w
        par = tree(fam, s); _, p = likelihood(fam, s)
        at = {(int(f), int(t)): i for i, (f, t) in enumerate(zip(fam.f, fam.t))}
        sure += [(p[at[par[c], c]], par[c] == fam.f[a]) for c, a in fam.truth.items() if par[c] != fam.n]
    sure = np.array(sorted(sure), float)
    blocks = []
    for chunk in np.array_split(sure, max(1, len(sure) // 150)):
        blocks.append([chunk[:, 0].mean(), chunk[:, 1].mean(), len(chunk)])
        while len(blocks) > 1 and blocks[-2][1] > blocks[-1][1]:
            a, b = blocks[-2:]; n = a[2] + b[2]
            blocks[-2:] = [[(a[0] * a[2] + b[0] * b[2]) / n, (a[1] * a[2] + b[1] * b[2]) / n, n]]
    x, y = [b[0] for b in blocks], [b[1] for b in blocks]
    return [(p, round(float(np.interp(p, x, y)), 3)) for p in points]

def load(spec, count=None, weight=1.0):
    features, truth = spec.split(":")[:2]
    w = float(spec.split(":")[2]) if spec.count(":") > 1 else weight
    above, names, out = truths(truth), None, []
    for o in lines(features):
        if names is None: names = o["features"]; continue
        fam = Family(o, above, len(names)); fam.weight = w
        if fam.truth: out.append(fam)
    return names, out

CLOCK = ("delayLog", "against", "delayHour")

def of_setting(setting, names, families):
    if not setting: return families
    clock = [names.index(k) for k in CLOCK]
    return [f for f in families if bool((f.X[:, clock] != 0).any()) == (not setting.startswith("un"))
            and any(x.startswith("lost:") for x in f.names) == setting.endswith("Wire")]

def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("sets", nargs="+"); p.add_argument("--check", nargs="*", default=[]); p.add_argument("--out")
    p.add_argument("--swift", action="store_true")
    p.add_argument("--setting", choices=("timed", "untimed", "timedWire", "untimedWire"))
    p.add_argument("--stated", help="JSON of weights that are not fitted")
    p.add_argument("--steps", type=int, default=80); p.add_argument("--prior", type=float, default=0.5)
    a = p.parse_args()
    families = []
    for spec in a.sets:
        names, f = load(spec); families += of_setting(a.setting, names, f)
    stated = dict(STATED, **(json.load(open(a.stated)) if a.stated else {}))
    fixed = {names.index(k) for k in stated}
    start = np.zeros(len(names))
    for k, v in stated.items(): start[names.index(k)] = v
    mask = np.array([0.0 if k in ("copied", "rootCopied") else 1.0 for k in names])
    first = fit(families, fixed, start, a.prior, a.steps, mask)
    add_copied(families, first, names)
    second = fit(families, fixed, first, a.prior, a.steps)
    for k, x, y in zip(names, first, second):
        if not a.swift: print(f"{k:20s} {x:8.3f} {y:8.3f}")
        elif max(abs(x), abs(y)) >= .005: print(f"    .{k}: ({x:.2f}, {y:.2f}),")
    print("fitted on", *check(families, second), sep="\n  ")
    for spec in a.check:
        _, f = load(spec); f = of_setting(a.setting, names, f); print(spec, "first:", check(f, first)[0]); add_copied(f, first, names); print(*check(f, second), sep="\n  ")
    print("calibration", calibration(families, second))
    if a.out:
        json.dump({"first": dict(zip(names, first.round(4))), "second": dict(zip(names, second.round(4)))}, open(a.out, "w"), indent=1)

if __name__ == "__main__":
    main()
