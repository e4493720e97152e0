"""Classical text classifiers on the same sentences and splits as ours.

`python3 run.py FOLDER [split …]` holds out the authors of each split (`a1+a5` are
held out together) and also trains on everything for the development set. It needs
numpy, scipy and scikit-learn; `search.mjs` beside it measures the search libraries.
"""

import json
import pathlib
import subprocess
import sys
import zlib

import numpy as np
import scipy.sparse as sp
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import SGDClassifier
from sklearn.svm import LinearSVC

ROOT = pathlib.Path(__file__).resolve().parents[2]
SPLITS = ["k1+k2+k3+k4+k5+k6+f1+f2+f3+f4+f5+f6+f7+f8+f9+f10+f11"]


def lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def right(record, ids):
    return any(id == record["primary"] or id in record["also_ok"] for id in ids)


def judged(records, ranked):
    """Hits at one and at three, and how many there were."""
    first = sum(right(record, ids[:1]) for record, ids in zip(records, ranked))
    three = sum(right(record, ids[:3]) for record, ids in zip(records, ranked))
    return np.array([first, three, len(records)])


def best(model, matrix):
    order = np.argsort(-model.decision_function(matrix), axis=1)[:, :3]
    return [[model.classes_[at] for at in row] for row in order]


def svm(train, test):
    """TF-IDF of character runs of one to four, and words, into a linear SVM."""
    views = [
        TfidfVectorizer(analyzer="char_wb", ngram_range=(1, 4), min_df=2, sublinear_tf=True),
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, token_pattern=r"[a-z']+"),
    ]
    matrix = sp.hstack([view.fit_transform([r["text"] for r in train]) for view in views]).tocsr()
    other = sp.hstack([view.transform([r["text"] for r in test]) for view in views]).tocsr()
    model = LinearSVC(C=0.5, tol=1e-2, random_state=0).fit(matrix, [r["primary"] for r in train])
    return best(model, other)


def hashed(text, buckets=1 << 20):
    """Character runs of one to five, hashed as fastText does, equal weights."""
    text = text.lower()
    runs = (text[at : at + size] for size in range(1, 6) for at in range(len(text) - size + 1))
    return [zlib.crc32(run.encode()) % buckets for run in runs]


def fasttext(train, test):
    """Hashed character runs, averaged, into a softmax: fastText without a hidden layer."""

    def matrix(records):
        rows = [hashed(record["text"]) for record in records]
        ends = np.cumsum([0] + [len(row) for row in rows])
        data = np.concatenate([np.full(len(row), 1 / np.sqrt(max(1, len(row)))) for row in rows])
        return sp.csr_matrix((data, np.concatenate(rows).astype(int), ends), shape=(len(rows), 1 << 20))

    model = SGDClassifier(loss="log_loss", alpha=1e-6, max_iter=12, tol=None, random_state=0)
    return best(model.fit(matrix(train), [r["primary"] for r in train]), matrix(test))


def ours(words):
    """Top-1 and top-3 as `evaluate` prints them, for all texts together."""
    command = ["cargo", "run", "--quiet", "--profile", "native", "--no-default-features"]
    command += ["--example", "evaluate", "--", *words]
    out = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in out.splitlines()]
    return next((float(row[2]), float(row[4])) for row in rows if row and row[0] == "all")


def main(folder, splits):
    files = sorted((ROOT / "training").glob("*.jsonl"))
    records = [record for path in files for record in lines(path)]
    development = lines(ROOT / "tests/native/devset/dev.jsonl")
    methods = {"TF-IDF of character runs and words + linear SVM": svm, "hashed character runs, softmax (as fastText)": fasttext}
    rows = []

    def show(method, split, first, three):
        rows.append({"method": method, "split": split, "first": float(first), "three": float(three)})
        print(f"{method:<48}{split:<14}{first:>7.1f}{three:>7.1f}", flush=True)

    for name, method in methods.items():
        hits = judged(development, method(records, development))
        show(name, "development", *(100 * hits[:2] / hits[2]))
        total = np.zeros(3)
        for split in splits:
            held = set(split.split("+"))
            rest = [r for r in records if r["author"] not in held]
            own = [r for r in records if r["author"] in held]
            total += judged(own, method(rest, own))
        show(name, "held out", *(100 * total[:2] / total[2]))
    for split, words in {"development": [], "held out": ["--authors", *splits]}.items():
        show("Recourse", split, *ours(words))
    (folder / "classifiers.json").write_text(json.dumps({"splits": splits, "rows": rows}))


main(pathlib.Path(sys.argv[1]), sys.argv[2:] or SPLITS)
