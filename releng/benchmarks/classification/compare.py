"""The peer of Comparison.java: scikit-learn and xgboost on the same folds and the same design matrix, and the same lines.

compare.py FILE TARGET SEEDS MODEL...    seeds count from 0, or from FIRST; with FOLDS=1 the first of the five folds alone is trained and tested
"""
import os
import sys
import time

os.environ.setdefault("OMP_NUM_THREADS", "2")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "2")
import numpy as np
import pandas as pd
from sklearn.metrics import log_loss, roc_auc_score

from peers import model
from references import design

LINEAR = {"logistic-regression", "linear-svm"}
SCALED = LINEAR | {"k-nearest-neighbours", "multi-layer-perceptron", "multi-layer-perceptron-whole", "kernel-svm"}


def main():
    source, target, seeds = sys.argv[1], sys.argv[2], int(sys.argv[3])
    frame = pd.read_csv(source, na_values=["NA"])
    y = frame.pop(target)
    y = np.searchsorted(sorted(y.unique()), y)
    folds = np.arange(len(y)) % 5
    wanted = int(os.environ.get("FOLDS", "5"))
    first = int(os.environ.get("FIRST", "0"))
    tested = folds < wanted
    for name in sys.argv[4:]:
        model(name)  # what it imports is not in the clock
    for name in sys.argv[4:]:
        for seed in range(first, first + seeds):
            start = time.perf_counter()
            p = np.zeros((len(y), y.max() + 1))
            for fold in range(wanted):
                train = folds != fold
                x = design(frame, train, name in LINEAR, name in SCALED)
                peer = model(name)
                if "random_state" in peer.get_params():
                    peer.set_params(random_state=seed)
                p[~train] = peer.fit(x[train], y[train]).predict_proba(x[~train])
            seconds = time.perf_counter() - start
            own, said = y[tested], p[tested]
            auc = roc_auc_score(own, said[:, 1]) if p.shape[1] == 2 else roc_auc_score(own, said, multi_class="ovr")
            print("%s %d %.3f %.6f %.6f %.6f" % (name, seed, seconds, log_loss(own, said, eps=1e-15), np.mean(said.argmax(axis=1) == own), auc),
                  flush=True)


main()
