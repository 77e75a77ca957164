#!/usr/bin/env python3
"""Fit the decision trees by which lineage scores possible arrows (Sources/Lineage/Scoring/Tables).

usage: fit_lineage.py SETTING FEATURES.jsonl:TRUTH.jsonl[:WEIGHT]... [--check FEATURES.jsonl:TRUTH.jsonl...]
                      [--out TABLE.trees] [--rounds N] [--leaves N] [--rate X]

SETTING: timed, untimed or wire: families with clocks or without, or with lost sources that credits name. FEATURES: what
`stemma bench lineage-features ARTICLES` writes. TRUTH: the truth of `stemma bench lineage --write` (nodes and edges of
each tradition), or lines {"id", "parent"}. WEIGHT: what a family of the set counts, 1 unless said.

Trees are added one after the other (gradient boosting, Friedman 2001) so that the true stemmata become likelier among
all: an arrow's gradient is its probability among all arborescences less that among those that agree with the truth, both
by the matrix-tree theorem (Koo et al. 2007). Where neither a source nor what it was copied from is held or named, to draw no
parent is right: another copy of it is none.
What speaks for or against an arrow whatever else is so is held to that (--free lets it go). Measure made traditions 20 at
a time, as the bench does: in larger piles sentences of its grammar meet by chance. Needs numpy and lightgbm.
"""
import argparse, json, sys
from collections import defaultdict
import numpy as np

FLOOR, SHIFT = 16.0, -10.0
# What made traditions do not teach, or not safely: Weights.stated.
STATED = {"credit": 4, "creditAgency": 4, "namesCopy": -4, "feed": 4, "feedShared": 3, "intoAgency": -6, "rootAgency": 6, "lostUpstream": 6,
          "ownEarlier": 4, "ownVersion": 4, "against": -2, "noText": -2, "typographyBack": -1, "sharedRare": -0.3,
          "linesSharedRare": -0.2, "headlineSharedRare": -0.3}
# More of it never speaks the other way.
ONE_WAY = {"credit": 1, "creditAgency": 1, "feed": 1, "lost": 1, "lostOutlet": 1, "namesCopy": -1, "against": -1, "spun": 1, "noText": -1,
           "sharedRare": -1, "cutSharedRare": -1, "linesSharedRare": -1, "linesDroppedSharedRare": -1, "linesAllShared": -1, "headlineSharedRare": -1,
           "headlineShared": -1, "typographySharedRare": -1, "undoneEvents": -1, "undoneWords": -1, "beyondNearest": -1,
           "beyondNearestWords": -1, "beyondNearestLines": -1, "beyondNearestHeadline": -1, "identical": 1, "intoAgency": -1}
CLOCK = ("delayLog", "against", "delayHour")

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
    """Possible arrows `f` to `t`, their features `X`, and the right one for each page whose right one is among them."""

    def __init__(self, o, above, count):
        self.n, self.names = len(o["nodes"]), o["nodes"]
        names = {x: i for i, x in enumerate(o["nodes"])}
        self.lost = np.array([x.startswith("lost:") for x in o["nodes"]])
        a = o["arrows"]
        self.f, self.t = np.array([x[0] for x in a]), np.array([x[1] for x in a])
        self.X = np.zeros((len(a), count), np.float32)
        for i, x in enumerate(a):
            for k, v in x[2]: self.X[i, k] = v
        at = {(int(f), int(t)): i for i, (f, t) in enumerate(zip(self.f, self.t))}
        self.truth = {}
        for c, name in enumerate(o["nodes"]):
            for p in above.get(name) or ():
                if p == "root":
                    self.truth[c] = at[self.n, c]
                    break
                if p in names:
                    arrow = at.get((names[p], c))
                    if arrow is not None: self.truth[c] = arrow
                    break
                if not p.startswith("lost:"): break
        self.allowed = np.ones(len(a), bool)
        for c, arrow in self.truth.items():
            self.allowed[self.t == c] = False
            self.allowed[arrow] = True

def load(spec, setting):
    parts = spec.split(":")
    above, names, out = truths(parts[1]), None, []
    for o in lines(parts[0]):
        if names is None:
            names = o["features"]; clock = [names.index(k) for k in CLOCK]; continue
        fam = Family(o, above, len(names))
        own = "wire" if fam.lost.any() else "timed" if (fam.X[:, clock] != 0).any() else "untimed"
        if fam.truth and own == setting:
            fam.weight = float(parts[2]) if len(parts) > 2 else 1.0
            out.append(fam)
    return names, out

class Data:
    """All families' arrows in one table; families of one size are worked on together."""

    def __init__(self, families):
        self.families, self.start, n, groups = families, [], 0, defaultdict(list)
        for i, fam in enumerate(families):
            self.start.append(n); n += len(fam.f); groups[fam.n].append(i)
        self.count = n
        self.X = np.vstack([fam.X for fam in families])
        self.allowed = np.concatenate([fam.allowed for fam in families])
        self.weight = np.concatenate([np.full(len(fam.f), fam.weight) for fam in families])
        self.groups = []
        for size, ids in sorted(groups.items()):
            step = max(1, int(3e6 // ((size + 1) * size)))
            for a in range(0, len(ids), step):
                part = ids[a:a + step]
                self.groups.append((size, len(part),
                                    np.concatenate([np.arange(self.start[i], self.start[i] + len(families[i].f)) for i in part]),
                                    np.concatenate([np.full(len(families[i].f), k) for k, i in enumerate(part)]),
                                    np.concatenate([families[i].f for i in part]), np.concatenate([families[i].t for i in part])))

    def probabilities(self, scores, allowed=None):
        """As TreeMarginals.swift; of `allowed` arrows alone where they are given."""
        result = np.zeros(self.count)
        for n, many, rows, b, f, t in self.groups:
            s = scores[rows] if allowed is None else np.where(allowed[rows], scores[rows], -np.inf)
            M = np.full((many, n + 1, n), -np.inf); M[b, f, t] = s
            best = M[:, :n].max(1); none = best == -np.inf
            base = np.where(none, M[:, n], best)
            with np.errstate(invalid="ignore", over="ignore"):
                bare = np.where(none, np.inf, M[:, n] - np.where(none, 0, best))
                W = np.where(M[:, :n] == -np.inf, 0, np.exp(np.maximum(M[:, :n] - base[:, None, :], -FLOOR)))
                top = np.where(np.isfinite(bare), bare, -np.inf).max(1)
                shift = np.where((top > -np.inf) & (top < SHIFT), SHIFT - top, 0.0)
                r = np.where(bare == np.inf, 1, np.exp(np.clip(bare + shift[:, None], -FLOOR, FLOOR)))
            r[bare == -np.inf] = 0
            r[r.sum(1) == 0] = np.exp(-FLOOR)
            L = -W; i = np.arange(n); L[:, i, i] = W.sum(1) + r
            inverse = np.linalg.inv(L); d = np.diagonal(inverse, axis1=1, axis2=2)
            A = np.zeros((many, n + 1, n))
            A[:, :n] = W * (d[:, None, :] - inverse.transpose(0, 2, 1)); A[:, n] = r * d
            p = np.clip(A[b, f, t], 0, 1)
            if allowed is not None: p[~allowed[rows]] = 0
            result[rows] = p
        return result

def stated(X, names):
    return sum(X[:, names.index(k)].astype(float) * v for k, v in STATED.items())

def fit(data, names, rounds, leaves, rate, free):
    import lightgbm
    base = stated(data.X, names)
    def objective(scores, _):
        p, q = data.probabilities(scores + base), data.probabilities(scores + base, data.allowed)
        return (p - q) * data.weight, np.maximum(p * (1 - p), 2e-3) * data.weight
    options = {"objective": objective, "learning_rate": rate, "num_leaves": leaves, "min_data_in_leaf": 60, "lambda_l2": 5, "feature_fraction": 0.5,
               "max_bin": 127, "use_missing": False, "verbose": -1, "num_threads": 2, "seed": 1, "deterministic": True}
    if not free: options["monotone_constraints"] = [ONE_WAY.get(k, 0) for k in names]
    return lightgbm.train(options, lightgbm.Dataset(data.X, data.allowed.astype(float), feature_name=list(names)), rounds)

def table(model):
    """A tree a line: what DecisionTrees.swift reads."""
    names = model.feature_name()
    def words(node):
        if "leaf_value" in node: return [f"{node['leaf_value']:.3g}"]
        assert node["decision_type"] == "<="
        return [f"{names[node['split_feature']]}<={node['threshold']:.5g}"] + words(node["left_child"]) + words(node["right_child"])
    return "\n".join(" ".join(words(t["tree_structure"])) for t in model.dump_model()["tree_info"]) + "\n"

def best(fam, scores):
    """Chu-Liu/Edmonds by repeated contraction."""
    W = np.full((fam.n + 1, fam.n + 1), -np.inf); W[fam.f, fam.t] = scores
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
    return solve(W, fam.n)[:fam.n]

def check(data, scores):
    """Shares right: of all pages, of those with a held parent, with a lost one, without one; and what probabilities are worth."""
    p, hits, sure = data.probabilities(scores), defaultdict(list), []
    for start, fam in zip(data.start, data.families):
        par = best(fam, scores[start:start + len(fam.f)])
        at = {(int(x), int(y)): k for k, (x, y) in enumerate(zip(fam.f, fam.t))}
        for c, arrow in fam.truth.items():
            if fam.lost[c]: continue
            right = int(fam.f[arrow]); ok = par[c] == right
            hits["all"].append(ok); hits["root" if right == fam.n else "lost" if fam.lost[right] else "held"].append(ok)
            if par[c] != fam.n: sure.append((p[start + at[int(par[c]), c]], ok))
    s = np.array(sure, float); bins = np.minimum(9, (s[:, 0] * 10).astype(int))
    tenths = [(round(s[bins == k, 0].mean(), 3), round(s[bins == k, 1].mean(), 3), int((bins == k).sum())) for k in range(10) if (bins == k).any()]
    return {k: round(float(np.mean(v)), 4) for k, v in sorted(hits.items())}, tenths

def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("setting", choices=("timed", "untimed", "wire")); p.add_argument("sets", nargs="+")
    p.add_argument("--check", nargs="*", default=[]); p.add_argument("--out"); p.add_argument("--free", action="store_true")
    p.add_argument("--rounds", type=int, default=300); p.add_argument("--leaves", type=int, default=12); p.add_argument("--rate", type=float, default=0.12)
    a = p.parse_args()
    families = []
    for spec in a.sets:
        names, f = load(spec, a.setting); families += f
    data = Data(families)
    print(f"{len(families)} families, {data.count} arrows", file=sys.stderr)
    model = fit(data, names, a.rounds, a.leaves, a.rate, a.free)
    if a.out:
        with open(a.out, "w", encoding="utf-8") as f: f.write(table(model))
    print("fitted on", *check(data, model.predict(data.X) + stated(data.X, names)), sep="\n  ")
    for spec in a.check:
        _, f = load(spec, a.setting)
        if not f: continue
        d = Data(f); print(spec.split(":")[0], *check(d, model.predict(d.X) + stated(d.X, names)), sep="\n  ", flush=True)

if __name__ == "__main__":
    main()
