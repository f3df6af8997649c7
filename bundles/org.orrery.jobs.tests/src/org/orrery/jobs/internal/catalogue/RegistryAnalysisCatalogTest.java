package org.orrery.jobs.internal.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;

import org.eclipse.core.runtime.RegistryFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.orrery.data.ColumnType;
import org.orrery.jobs.AnalysisCatalog;
import org.orrery.jobs.AnalysisDescriptor;
import org.orrery.jobs.RunException;
import org.orrery.jobs.fixture.ScriptAnalysis;
import org.osgi.framework.FrameworkUtil;

/** Needs the framework; the build runs it there. */
class RegistryAnalysisCatalogTest {
    private AnalysisCatalog catalog;

    @BeforeEach
    void read() {
        assumeTrue(FrameworkUtil.getBundle(RegistryAnalysisCatalog.class) != null);
        catalog = new RegistryAnalysisCatalog(RegistryFactory.getRegistry());
    }

    @Test
    void anAnalysisIsAsItsPluginSays() throws RunException {
        AnalysisDescriptor script = catalog.find("fixture.script");
        assertEquals("Script", script.name());
        assertEquals("Fixtures", script.category());
        assertEquals(List.of(new AnalysisDescriptor.InputDescriptor("data", "Data", 0, 1)), script.inputs());
        assertEquals(List.of(ColumnType.INTEGER, ColumnType.REAL), script.requires());
        assertEquals(List.of("test", "fixture"), script.keywords());
        assertEquals("units", script.tables().get(0).id());
        assertEquals("sum", script.figures().get(0).id());
        assertEquals("units", script.settings().settings().get(0).name());
        assertEquals(ScriptAnalysis.class, script.create().getClass());
        assertTrue(script.version().startsWith("1.0.0"));
    }

    @Test
    void aBrokenContributionIsLeftOutAndAMisspelledNameFindsTheNearest() {
        assertTrue(catalog.analyses().stream().noneMatch(each -> each.id().equals("fixture.broken")));
        RunException unknown = assertThrows(RunException.class, () -> catalog.find("fixture.skript"));
        assertEquals(RunException.Code.UNKNOWN_ANALYSIS, unknown.code());
        assertTrue(unknown.getMessage().contains("fixture.script"), unknown.getMessage());
    }
}
