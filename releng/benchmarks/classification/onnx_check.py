"""Carries out the files of OnnxFiles with onnxruntime and tells by how much it differs from us."""
import glob
import os
import sys

import numpy as np
import onnxruntime

folder = sys.argv[1]
lines = open(folder + "/rows.txt", encoding="utf-8").read().split("\n")[:-1]
some = glob.glob(folder + "/*.csv")
rows = len(open(some[0]).read().split("\n")) - 1
feed = {}
for at in range(0, len(lines), rows + 2):
    values = lines[at + 2:at + 2 + rows]
    feed[lines[at]] = (np.array([[v] for v in values], dtype=object) if lines[at + 1] == "text"
                       else np.array([[float(v)] for v in values]))
print("onnxruntime", onnxruntime.__version__, "on", rows, "rows: largest difference of a probability, labels that differ, bytes")
bad = 0
for file in sorted(glob.glob(folder + "/*.onnx")):
    session = onnxruntime.InferenceSession(file)
    label, probabilities = session.run(["label", "probabilities"], feed)
    ours = np.loadtxt(file[:-5] + ".csv", delimiter=",", ndmin=2)
    facts = session.get_modelmeta().custom_metadata_map
    classes = facts["classes"].split("\n")
    if facts["threshold"]:
        second = classes.index(facts["positive"])
        own = [classes[second] if row[second] >= float(facts["threshold"]) else classes[1 - second] for row in ours]
    else:
        own = [classes[row.argmax()] for row in ours]
    gap = abs(probabilities - ours).max()
    other = sum(a != b for a, b in zip(label, own))
    bad += other > 0 or not gap < 1e-6
    print("%-40s %.2e %d %d" % (os.path.basename(file)[:-5], gap, other, os.path.getsize(file)))
sys.exit(1 if bad else 0)
