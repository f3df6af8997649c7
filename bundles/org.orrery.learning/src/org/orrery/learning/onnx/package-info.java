/** Trained classifiers as graphs of ONNX operators, which programs in other languages carry out. */
package org.orrery.learning.onnx;
