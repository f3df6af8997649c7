"""Writes the out-of-fold references of the tests of models: scikit-learn on the same design matrix and the same folds.

references.py FILE.csv TARGET NAME OUT    row i is tested in fold i mod 5; numbers are imputed by the median of the training rows,
text has one column per level in order of its text. Each line of OUT/MODEL-NAME.txt.gz holds the values of one row.
"""
import gzip
import os
import sys

import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import GaussianNB
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC, LinearSVC
from sklearn.tree import DecisionTreeClassifier


def design(frame, train, drop_first, scaled):
    columns = []
    for name in frame.columns:
        values = frame[name]
        if values.dtype == object:
            missing = values.isna()
            levels = sorted(values[train].dropna().unique())
            for level in levels[1 if drop_first else 0:]:
                columns.append((values == level).to_numpy(float))
            if missing[train].any():
                columns.append(missing.to_numpy(float))
        else:
            numbers = values.to_numpy(float)
            columns.append(np.where(np.isnan(numbers), np.nanmedian(numbers[train]), numbers))
    x = np.column_stack(columns)
    if scaled:
        mean, deviation = x[train].mean(axis=0), x[train].std(axis=0)
        deviation[deviation <= 1e-14 * np.abs(mean)] = 1
        deviation[deviation == 0] = 1
        x = (x - mean) / deviation
    return x


class PolishedSVC(LinearSVC):
    """LinearSVC whose coefficients are led to the minimum of its objective by Newton steps: on digits liblinear stops 1e-6 before."""

    def fit(self, x, y):
        super().fit(x, y)
        a = np.column_stack([x, np.ones(len(x))])
        for k in range(len(self.coef_)):
            sign = np.where(y == self.classes_[k if len(self.coef_) > 1 else 1], 1.0, -1.0)
            w = np.append(self.coef_[k], self.intercept_[k])
            for _ in range(5):
                lacking = np.maximum(0, 1 - sign * (a @ w))
                active = a[lacking > 0]
                w = w - np.linalg.solve(np.eye(len(w)) + 2 * active.T @ active, w - 2 * a.T @ (sign * lacking))
            self.coef_[k], self.intercept_[k] = w[:-1], w[-1]
        return self


def model(name, classes):
    """What to train, whether the first level is dropped, whether columns are scaled, what to ask."""
    newton = "newton-cholesky" if classes == 2 else "newton-cg"
    return {
        "logistic-regression": (LogisticRegression(solver=newton, tol=1e-12, max_iter=10_000), True, True, "predict_proba"),
        "linear-svm": (PolishedSVC(dual=False, tol=1e-14, max_iter=1_000_000), True, True, "decision_function"),
        "k-nearest-neighbours": (KNeighborsClassifier(algorithm="brute"), False, True, "predict_proba"),
        "gaussian-naive-bayes": (GaussianNB(), False, False, "predict_proba"),
        "decision-tree": (DecisionTreeClassifier(max_depth=4, min_samples_leaf=20, random_state=7), False, False, "predict_proba"),
        "kernel-svm": (SVC(tol=1e-10, cache_size=1000), False, True, "decision_function"),
    }[name]


def main():
    source, target, name, out = sys.argv[1:5]
    frame = pd.read_csv(source, na_values=["NA"], keep_default_na=True)
    y = frame.pop(target)
    y = np.searchsorted(sorted(y.unique()), y)
    for each in sys.argv[5:] or ["logistic-regression", "linear-svm", "k-nearest-neighbours", "gaussian-naive-bayes", "decision-tree", "kernel-svm"]:
        result = [None] * len(y)
        for fold in range(5):
            train = np.arange(len(y)) % 5 != fold
            peer, drop_first, scaled, ask = model(each, y.max() + 1)
            x = design(frame, train, drop_first, scaled)
            peer.fit(x[train], y[train])
            values = getattr(peer, ask)(x[~train])
            values = values.reshape(len(values), -1)
            if each == "decision-tree":
                # Among equally good splits chance decides: rows that it decides about are left out.
                for state in range(20):
                    other = peer.set_params(random_state=state).fit(x[train], y[train]).predict_proba(x[~train])
                    values[np.abs(other - values).max(axis=1) > 1e-9] = np.nan
            if each == "k-nearest-neighbours":
                # So the order of summation does among rows that are equally far at the fifth place.
                distances = peer.kneighbors(x[~train], 6)[0]
                values[distances[:, 5] - distances[:, 4] <= 1e-6 * distances[:, 5]] = np.nan
            if values.shape[1] == 2 and ask == "predict_proba":
                values = values[:, 1:]
            for row, line in zip(np.flatnonzero(~train), values):
                result[row] = "tie" if np.isnan(line).any() else " ".join("%.8g" % v if abs(v) > 1e-9 else "0" for v in line)
        with open(os.path.join(out, each + "-" + name + ".txt.gz"), "wb") as raw:
            with gzip.GzipFile("", "wb", 9, raw, mtime=0) as file:
                file.write(("\n".join(result) + "\n").encode())


if __name__ == "__main__":
    main()
