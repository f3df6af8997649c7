package org.orrery.analysis;

/** Takes what is wrong with settings. */
public interface Problems {
    /**
     * The run cannot start like this.
     *
     * @param setting the name of the setting, nested ones with dots; empty for the whole
     * @param message a sentence that says what to do
     */
    void error(AnalysisException.Code code, String setting, String message);

    /** The run can start, but the user should know. */
    void warning(String setting, String message);
}
