package org.orrery.ui.data.internal.datasets;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
    public static String DatasetColumn_columns;
    public static String DatasetColumn_good;
    public static String DatasetColumn_name;
    public static String DatasetColumn_note;
    public static String DatasetColumn_notes;
    public static String DatasetColumn_rows;
    public static String DatasetColumn_size;
    public static String DatasetColumn_status;
    public static String DatasetEditor_columns;
    public static String DatasetEditor_digest;
    public static String DatasetEditor_file;
    public static String DatasetEditor_gone;
    public static String DatasetEditor_keep;
    public static String DatasetEditor_keepName;
    public static String DatasetEditor_loading;
    public static String DatasetEditor_note;
    public static String DatasetEditor_rows;
    public static String DatasetEditor_size;
    public static String DatasetEditor_sizeOf;
    public static String DatasetEditor_sizeStored;
    public static String DatasetsView_empty;
    public static String DatasetsView_import;
    public static String DatasetsView_loading;
    public static String DatasetsView_name;
    public static String DatasetsView_samples;
    public static String KeepSelectionJob_failed;
    public static String KeepSelectionJob_name;
    public static String InUse_text;
    public static String LocateHandler_comparing;
    public static String LocateHandler_import;
    public static String LocateHandler_keep;
    public static String LocateHandler_other;
    public static String LocateHandler_title;
    public static String RemoveDatasetHandler_many;
    public static String RemoveDatasetHandler_one;
    public static String RenameDatasetHandler_name;
    public static String RenameDatasetHandler_taken;
    public static String RenameDatasetHandler_title;
    public static String SchemaModel_distinct;
    public static String SchemaModel_idLike;
    public static String SchemaModel_missing;
    public static String SchemaModel_name;
    public static String SchemaModel_note;
    public static String SchemaModel_share;
    public static String SchemaModel_stored;
    public static String SchemaModel_type;

    static {
        NLS.initializeMessages("org.orrery.ui.data.internal.datasets.messages", Messages.class); //$NON-NLS-1$
    }

    private Messages() {
    }
}
