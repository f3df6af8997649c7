package org.orrery.ui.internal.notify;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.orrery.jobs.notice.Notice;
import org.orrery.jobs.notice.NoticeCommand;
import org.orrery.jobs.notice.NoticeRules;
import org.orrery.ui.Background;

/** Tells the program of the user's of one notice after the other, so that a thousand runs that end at once do not start a thousand processes. */
final class CommandQueue extends Job {
    private final Queue<Notice> notices = new ConcurrentLinkedQueue<>();

    CommandQueue() {
        super(Messages.CommandQueue_name);
        setSystem(true);
    }

    /** Tells it soon. From any thread. */
    void add(Notice notice) {
        notices.add(notice);
        schedule();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        for (Notice notice = notices.poll(); notice != null && !monitor.isCanceled(); notice = notices.poll()) {
            NoticeRules rules = NoticePreferences.read();
            try {
                NoticeCommand.run(rules.command(), notice);
            } catch (IOException e) {
                ILog.of(CommandQueue.class).warn(e.getMessage(), e);
            }
        }
        return Status.OK_STATUS;
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == Background.FAMILY;
    }
}
