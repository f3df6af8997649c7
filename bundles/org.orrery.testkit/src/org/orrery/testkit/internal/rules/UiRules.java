package org.orrery.testkit.internal.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.orrery.testkit.ConformanceCheck;
import org.orrery.testkit.Rule;
import org.orrery.testkit.Violation;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/** No way to the user interface: neither by what the bundle is wired to, nor by the threads that its units run on. */
public final class UiRules {
    private static final Pattern UI = Pattern.compile("(org\\.eclipse\\.(swt|jface|ui|e4\\.ui)|javax\\.swing|java\\.awt)(\\..*)?");
    private final Trial trial;

    /** The rules for that case. */
    public UiRules(Trial trial) {
        this.trial = trial;
    }

    /** Their checks. */
    public List<ConformanceCheck> checks() {
        return List.of(
                new ConformanceCheck(Rule.NO_UI, trial.name() + ": what the bundle can reach", this::wiring),
                new ConformanceCheck(Rule.NO_UI, trial.name() + ": threads of units", this::threads));
    }

    private List<Violation> wiring() throws Exception {
        Bundle bundle = FrameworkUtil.getBundle(trial.stage().subject().create().getClass());
        if (bundle == null) {
            return List.of();
        }
        List<Violation> violations = new ArrayList<>();
        Set<Bundle> seen = new HashSet<>();
        Deque<Bundle> open = new ArrayDeque<>(List.of(bundle));
        while (!open.isEmpty()) {
            Bundle each = open.poll();
            BundleWiring wiring = each.adapt(BundleWiring.class);
            // The framework offers all of Java; nothing behind it is the choice of a bundle.
            if (!seen.add(each) || wiring == null || each.getBundleId() == 0) {
                continue;
            }
            for (BundleWire wire : wiring.getRequiredWires(null)) {
                String name = String.valueOf(wire.getCapability().getAttributes().get(wire.getCapability().getNamespace()));
                if (UI.matcher(name).matches()) {
                    violations.add(trial.violation(Rule.NO_UI, each.getSymbolicName() + " is wired to " + name));
                }
                if (BundleRevision.PACKAGE_NAMESPACE.equals(wire.getCapability().getNamespace())
                        || BundleRevision.BUNDLE_NAMESPACE.equals(wire.getCapability().getNamespace())) {
                    open.add(wire.getProvider().getBundle());
                }
            }
        }
        return violations;
    }

    private List<Violation> threads() throws Exception {
        return trial.straight().recording().threads().stream().filter(name -> name.equals("main") || name.startsWith("AWT-EventQueue"))
                .map(name -> trial.violation(Rule.NO_UI, "a unit ran on the thread " + name)).toList();
    }
}
