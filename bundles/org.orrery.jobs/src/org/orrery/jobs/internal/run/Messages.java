package org.orrery.jobs.internal.run;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String Adoption_noFile;
    public static String ComputedSideResults_cancelled;
    public static String ComputedSideResults_noAnswers;
    public static String ComputedSideResults_noPreviews;
    public static String ComputedSideResults_otherShape;
    public static String Deadlocks_knot;
    public static String Extension_frozen;
    public static String Extension_shrinks;
    public static String Failures_disk;
    public static String Failures_internal;
    public static String Failures_outOfDisk;
    public static String Failures_outOfMemory;
    public static String InputCheck_changed;
    public static String Labels_note;
    public static String Labels_tags;
    public static String LateDesk_kept;
    public static String Leftovers_ended;
    public static String Leftovers_files;
    public static String Leftovers_more;
    public static String Leftovers_processes;
    public static String Leftovers_temporary;
    public static String Leftovers_threads;
    public static String LiveRun_deaf;
    public static String LiveRun_leftBehind;
    public static String MadeDatasets_name;
    public static String MemoryGuard_held;
    public static String MemoryGuard_one;
    public static String MemoryGuard_several;
    public static String OwnedRuns_atWork;
    public static String OwnedRuns_closed;
    public static String OwnedRuns_dataChanged;
    public static String OwnedRuns_dataGone;
    public static String OwnedRuns_ended;
    public static String OwnedRuns_noGroup;
    public static String OwnedRuns_noTime;
    public static String OwnedRuns_noWorkers;
    public static String OwnedRuns_inUse;
    public static String OwnedRuns_notEnded;
    public static String OwnedRuns_notFound;
    public static String OwnedRuns_notGrown;
    public static String OwnedRuns_notInstalled;
    public static String OwnedRuns_notStored;
    public static String OwnedRuns_state;
    public static String OwnedRuns_version;
    public static String RequestCheck_name;
    public static String RequestCheck_noFittingColumn;
    public static String RequestCheck_noInput;
    public static String RequestCheck_tooFewInputs;
    public static String RequestCheck_tooManyInputs;
    public static String RequestCheck_unknownInput;
    public static String RunCoordinator_liveSummary;
    public static String RunCoordinator_outcomeChanged;
    public static String RunCoordinator_preparing;
    public static String RunCoordinator_skipped;
    public static String RunCoordinator_unitsChanged;
    public static String RunQueue_after;
    public static String RunQueue_broken;
    public static String RunQueue_circle;
    public static String RunQueue_expected;
    public static String RunQueue_held;
    public static String RunQueue_memory;
    public static String RunQueue_noResult;
    public static String RunQueue_notWaiting;
    public static String RunQueue_paused;
    public static String RunQueue_restored;
    public static String RunQueue_room;
    public static String RunQueue_slots;
    public static String RunQueue_some;
    public static String RunQueue_turn;
    public static String RunQueue_unknown;
    public static String RunStory_begins;
    public static String RunStory_data;
    public static String RunStory_ended;
    public static String RunStory_missing;
    public static String RunStory_planned;
    public static String RunStory_prepared;
    public static String RunStory_restored;
    public static String UnitControl_outOfTime;
    public static String UnitControl_unwanted;
    public static String UnitLoop_again;
    public static String UnitLoop_noGroup;
    public static String WorkerApplication_noService;
    public static String WorkerVerdict_code;
    public static String WorkerVerdict_died;
    public static String WorkerVerdict_diedAgain;
    public static String WorkerVerdict_killed;
    public static String WorkerVerdict_memory;
    public static String WorkerVerdict_noUnit;
    public static String WorkerVerdict_notStarted;
    public static String WorkerVerdict_sigkill;
    public static String WorkerVerdict_signal;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
