/**
 * What supervised analyses share: trainers and models behind two interfaces, and the pipeline that encodes the rows of one
 * fold and trains on them. A further classifier is a trainer class, a model class and a constant of
 * {@link org.orrery.learning.ClassifierKind}.
 */
package org.orrery.learning;
