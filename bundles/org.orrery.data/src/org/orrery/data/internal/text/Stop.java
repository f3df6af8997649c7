package org.orrery.data.internal.text;

import org.orrery.data.DataException;

/** Carries a refusal through a library that knows no checked exceptions. */
final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient DataException reason;

    Stop(DataException reason) {
        super(reason.getMessage(), reason, false, false);
        this.reason = reason;
    }

    DataException reason() {
        return reason;
    }
}
