"""The peers of the classification benchmark: one model, one line, as the program in Java prints it.

peers.py fit FOLDER MODEL QUERIES    two threads; the hyper-parameters below are those of Contenders.java. PEER_SECONDS ends what takes longer.
"""
import os
import resource
import signal
import sys
import time

os.environ.setdefault("OMP_NUM_THREADS", "2")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "2")
import numpy as np

CLIP = 1e-15


def read(folder, name, rows=None):
    labels = np.fromfile(os.path.join(folder, name + ".labels"), dtype=np.int8)
    columns = np.fromfile(os.path.join(folder, name + ".columns")).reshape(-1, len(labels))
    rows = len(labels) if rows is None else min(rows, len(labels))
    return np.ascontiguousarray(columns[:, :rows].T), labels[:rows]


def model(name):
    if name == "logistic-regression":
        from sklearn.linear_model import LogisticRegression
        return LogisticRegression(max_iter=1000)
    if name == "linear-svm":
        from sklearn.calibration import CalibratedClassifierCV
        from sklearn.svm import LinearSVC
        return CalibratedClassifierCV(LinearSVC(dual=False), cv=5, ensemble=False, n_jobs=2)
    if name == "linear-svm-uncalibrated":
        from sklearn.svm import LinearSVC
        return LinearSVC(dual=False)
    if name == "k-nearest-neighbours":
        from sklearn.neighbors import KNeighborsClassifier
        return KNeighborsClassifier(n_jobs=2)
    if name == "gaussian-naive-bayes":
        from sklearn.naive_bayes import GaussianNB
        return GaussianNB()
    if name == "decision-tree":
        from sklearn.tree import DecisionTreeClassifier
        return DecisionTreeClassifier(max_depth=8)
    if name == "random-forest":
        from sklearn.ensemble import RandomForestClassifier
        return RandomForestClassifier(n_jobs=2)
    if name == "extra-trees":
        from sklearn.ensemble import ExtraTreesClassifier
        return ExtraTreesClassifier(n_jobs=2)
    if name == "gradient-boosting":
        from xgboost import XGBClassifier
        return XGBClassifier(n_estimators=100, learning_rate=0.3, max_depth=6, tree_method="hist", n_jobs=2)
    if name == "gradient-boosting-sampled":
        from xgboost import XGBClassifier
        return XGBClassifier(n_estimators=100, learning_rate=0.3, max_depth=6, subsample=0.8, tree_method="hist", n_jobs=2)
    if name == "multi-layer-perceptron":
        from sklearn.neural_network import MLPClassifier
        return MLPClassifier(early_stopping=True)
    if name == "multi-layer-perceptron-whole":
        from sklearn.neural_network import MLPClassifier
        return MLPClassifier()
    if name == "multi-layer-perceptron-10":
        from sklearn.neural_network import MLPClassifier
        return MLPClassifier(early_stopping=True, max_iter=10)
    if name == "kernel-svm":
        from sklearn.svm import SVC
        return SVC(probability=True)
    raise SystemExit("No such model: " + name)


def peak():
    with open("/proc/self/status") as status:
        for line in status:
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def cpu():
    own = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def main():
    folder, name, queries = sys.argv[2], sys.argv[3], int(sys.argv[4])
    x, y = read(folder, "train")
    tx, ty = read(folder, "test", queries)
    peer = model(name)
    # Without a handler the alarm ends the process, whatever native code it is in.
    signal.alarm(int(os.environ.get("PEER_SECONDS", "0")))
    start, used = time.perf_counter(), cpu()
    peer.fit(x, y)
    trained, trained_used = time.perf_counter(), cpu()
    if hasattr(peer, "predict_proba"):
        p = peer.predict_proba(tx)[:, 1].astype(float)
    else:
        p = (peer.predict(tx) == 1).astype(float)
    scored, scored_used = time.perf_counter(), cpu()
    loss = -np.mean(np.log(np.clip(np.where(ty == 1, p, 1 - p), CLIP, 1 - CLIP)))
    accuracy = np.mean((p > 0.5) == (ty == 1))
    print("%.3f %.3f %.3f %.3f %.6f %.5f %.0f" % (trained - start, scored - trained, trained_used - used, scored_used - trained_used,
                                                 loss, accuracy, peak()))


if __name__ == "__main__":
    main()
