package org.orrery.jobs.internal.store;

import org.eclipse.osgi.util.NLS;

/** The texts of this package. */
final class Messages extends NLS {
    public static String CommitCheck_chainBroken;
    public static String CommitCheck_fileDamaged;
    public static String CommitCheck_stateDamaged;
    public static String DirectoryRunFolders_damaged;
    public static String DirectoryRunFolders_name;
    public static String DirectoryRunFolders_noList;
    public static String DirectoryRunFolders_noQueue;
    public static String DirectoryRunFolders_notFound;
    public static String DirectoryRunFolders_run;
    public static String DirectoryRunFolders_unreadable;
    public static String FolderRun_requestDamaged;
    public static String JournalHead_nothing;
    public static String LateOutcomes_adopted;
    public static String LateOutcomes_damaged;
    public static String LateOutcomes_filesGone;
    public static String QueueJournal_damaged;
    public static String RunArchive_bytes;
    public static String RunArchive_digest;
    public static String RunArchive_format;
    public static String RunArchive_name;
    public static String RunArchive_none;
    public static String RunArchive_notEnded;
    public static String RunArchive_refused;
    public static String RunArchive_tooLarge;
    public static String RunOpening_journalDamaged;
    public static String RunOpening_journalRebuilt;
    public static String RunOpening_unitLost;

    static {
        NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class);
    }

    private Messages() {
    }
}
