package org.orrery.classification;

/** What a unit of a classification leaves behind. */
public sealed interface ClassificationOutcome
        permits FoldOutcome, RefitOutcome, ChecksOutcome, ImportanceOutcome, IntervalsOutcome, LearningOutcome, TrialOutcome,
        SlicesOutcome, FinalTestOutcome, ValidationOutcome, StructureOutcome, NotBegun {
}
