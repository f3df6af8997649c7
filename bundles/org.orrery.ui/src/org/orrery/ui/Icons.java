package org.orrery.ui;

import java.net.URL;

import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.jface.resource.ResourceManager;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Control;
import org.osgi.framework.FrameworkUtil;

/** The images in the {@code icons} folder of a bundle, released together with the control that shows them. */
public final class Icons {
    private final ResourceManager resources;
    private final String bundle;

    /**
     * @param owner the control whose disposal releases the images
     * @param user a class of the bundle that holds them
     */
    public Icons(Control owner, Class<?> user) {
        this.resources = new LocalResourceManager(JFaceResources.getResources(), owner);
        this.bundle = FrameworkUtil.getBundle(user).getSymbolicName();
    }

    /** The image of that file name without its ending. */
    public Image get(String name) {
        return resources.get(descriptor(bundle, name));
    }

    /** The image at that address. */
    public Image get(URL address) {
        return resources.get(ImageDescriptor.createFromURL(address));
    }

    /** The description of an image of that bundle. */
    public static ImageDescriptor descriptor(String bundle, String name) {
        return ResourceLocator.imageDescriptorFromBundle(bundle, "icons/" + name + ".svg").orElseGet(ImageDescriptor::getMissingImageDescriptor);
    }
}
