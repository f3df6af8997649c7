package org.orrery.app;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.Platform;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.orrery.ui.Accessibility;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;

/** Version, Java, system and workspace, and every part with version, supplier and licence; all of it can be copied. */
final class AboutDialog extends Dialog {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 300;
    private static final String[] NONE = {};

    AboutDialog(Shell shell) {
        super(shell);
        setShellStyle(getShellStyle() | SWT.RESIZE);
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.AboutDialog_title);
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        Composite area = (Composite) super.createDialogArea(parent);
        Composite top = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 0).margins(4, 6).applyTo(top);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(top);
        Label picture = new Label(top, SWT.NONE);
        LocalResourceManager resources = new LocalResourceManager(JFaceResources.getResources(), top);
        ResourceLocator.imageDescriptorFromBundle(AboutDialog.class, "icons/about.png").ifPresent(image -> picture.setImage(resources.create(image))); //$NON-NLS-1$
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(picture);
        Text facts = new Text(top, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP);
        facts.setText(facts());
        facts.setData("orrery.id", "about.facts"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(facts, Messages.AboutDialog_title);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH - 160, SWT.DEFAULT).applyTo(facts);
        parts(area);
        return area;
    }

    private static String facts() {
        Bundle bundle = FrameworkUtil.getBundle(AboutDialog.class);
        return NLS.bind(Messages.AboutDialog_facts, new Object[] {bundle.getVersion(), System.getProperty("java.vm.name") + ' ' + Runtime.version(), //$NON-NLS-1$
            System.getProperty("os.name") + ' ' + System.getProperty("os.version") + ", " + Platform.getOSArch(), Platform.getInstanceLocation().getURL().getPath()}); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
    }

    private static void parts(Composite area) {
        Table table = new Table(area, SWT.BORDER | SWT.FULL_SELECTION);
        table.setHeaderVisible(true);
        table.setData("orrery.id", "about.parts"); //$NON-NLS-1$ //$NON-NLS-2$
        Accessibility.name(table, Messages.AboutDialog_parts);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, HEIGHT).applyTo(table);
        int[] widths = {270, 160, 140, 180};
        String[] titles = {Messages.AboutDialog_part, Messages.AboutDialog_version, Messages.AboutDialog_vendor, Messages.AboutDialog_licence};
        for (int i = 0; i < titles.length; i++) {
            TableColumn column = new TableColumn(table, SWT.LEFT);
            column.setText(titles[i]);
            column.setWidth(widths[i]);
        }
        rows().forEach(row -> new TableItem(table, SWT.NONE).setText(row.toArray(NONE)));
    }

    /** Ours first, then by name. */
    private static List<List<String>> rows() {
        Bundle[] bundles = FrameworkUtil.getBundle(AboutDialog.class).getBundleContext().getBundles();
        return Arrays.stream(bundles).sorted(Comparator.comparing((Bundle bundle) -> !bundle.getSymbolicName().startsWith("org.orrery.")).thenComparing(Bundle::getSymbolicName)) //$NON-NLS-1$
                .map(bundle -> List.of(bundle.getSymbolicName(), bundle.getVersion().toString(), header(bundle, Constants.BUNDLE_VENDOR), licence(bundle))).toList();
    }

    private static String header(Bundle bundle, String name) {
        return Objects.requireNonNullElse(bundle.getHeaders().get(name), ""); //$NON-NLS-1$
    }

    /** The short name before the address, as {@code EPL-2.0}; parts of ours and of the platform that name none are under the EPL. */
    private static String licence(Bundle bundle) {
        String named = header(bundle, Constants.BUNDLE_LICENSE).split(";")[0].strip(); //$NON-NLS-1$
        boolean ours = bundle.getSymbolicName().startsWith("org.orrery.") && !bundle.getSymbolicName().startsWith("org.orrery.lib."); //$NON-NLS-1$ //$NON-NLS-2$
        return !named.isEmpty() ? named : ours ? "EPL-2.0" : bundle.getSymbolicName().startsWith("org.eclipse.") ? "EPL-2.0" : Messages.AboutDialog_see; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, IDialogConstants.DETAILS_ID, Messages.AboutDialog_copy, false);
        createButton(parent, IDialogConstants.OK_ID, IDialogConstants.CLOSE_LABEL, true);
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == IDialogConstants.DETAILS_ID) {
            String text = facts() + '\n' + rows().stream().map(row -> String.join("\t", row)).collect(Collectors.joining("\n")); //$NON-NLS-1$ //$NON-NLS-2$
            Clipboard clipboard = new Clipboard(getShell().getDisplay());
            clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        } else {
            super.buttonPressed(button);
        }
    }
}
