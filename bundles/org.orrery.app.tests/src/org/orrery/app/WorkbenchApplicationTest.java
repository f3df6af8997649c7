package org.orrery.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.runtime.Platform;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

/** Runs inside the workbench that the product starts. */
class WorkbenchApplicationTest {

	@Test
	void theProductStartsAWorkbenchWithAWindow() {
		assertTrue(PlatformUI.isWorkbenchRunning());
		assertNotNull(Display.getCurrent());
		assertEquals(1, PlatformUI.getWorkbench().getWorkbenchWindowCount());
	}

	@Test
	void theProductIsOrrery() {
		assertNotNull(Platform.getProduct());
		assertEquals("org.orrery.app.product", Platform.getProduct().getId());
	}
}
