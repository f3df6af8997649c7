package org.orrery.releng.tests;

import java.util.Set;

/** The table of layers of docs/architecture.md as a question: may this bundle use that one? */
final class Layers {

    private static final String PREFIX = "org.orrery.";
    private static final Set<String> FACES = Set.of("ui", "ui.data", "ui.charts", "report");
    private static final Set<String> CORE = Set.of("jobs", "history", "analysis");

    /** Bundles whose services the command line asks for: reports, and the data of the demo. */
    private static final Set<String> CLI_SERVICES = Set.of("report", "samples");

    /** A widget that comes as jars: beside the toolkit, and for the faces that draw. */
    private static final String TABLE_WIDGET = "lib.nattable";

    private enum Layer { GROUND, DATA, CORE, LEARNING, TOPIC, FACE, ENTRY, TESTKIT, SAMPLES }

    private Layers() {
        // Functions only.
    }

    /** Whether <code>user</code> may use <code>used</code>; both are full names of bundles of ours. */
    static boolean allows(String user, String used) {
        String from = shortName(user);
        String to = shortName(used);
        if (from.equals(to)) {
            return true;
        }
        return switch (layer(from)) {
            case GROUND -> !from.startsWith("lib.") && to.startsWith("lib.");
            case DATA -> layer(to) == Layer.GROUND;
            case CORE -> below(to, Layer.CORE) || coreArrow(from, to);
            case LEARNING -> below(to, Layer.LEARNING);
            case TOPIC -> below(to, Layer.TOPIC);
            case FACE -> faceArrow(from, to);
            case ENTRY -> from.equals("app") ? layer(to) != Layer.ENTRY && layer(to) != Layer.TESTKIT
                    : layer(to) == Layer.CORE || layer(to) == Layer.DATA || CLI_SERVICES.contains(to);
            case TESTKIT -> layer(to) != Layer.FACE && layer(to) != Layer.ENTRY;
            case SAMPLES -> layer(to) == Layer.DATA;
        };
    }

    /** Whether a bundle may use SWT, JFace or the workbench. */
    static boolean mayDraw(String bundle) {
        String name = shortName(bundle);
        return name.equals("app") || name.equals(TABLE_WIDGET) || name.equals("ui") || name.startsWith("ui.") || name.endsWith(".ui");
    }

    private static boolean coreArrow(String from, String to) {
        return switch (from) {
            case "history" -> Set.of("jobs", "analysis").contains(to);
            case "jobs" -> to.equals("analysis");
            default -> false;
        };
    }

    private static boolean faceArrow(String from, String to) {
        if (layer(to) == Layer.CORE || layer(to) == Layer.DATA) {
            return true;
        }
        if (to.equals(TABLE_WIDGET)) {
            return mayDraw(PREFIX + from);
        }
        return switch (from) {
            case "ui.charts", "report" -> false;
            case "ui" -> to.equals("ui.charts");
            // Sample data stands beside the layers; the data part is the face that offers it.
            case "ui.data" -> to.equals("ui") || to.equals("ui.charts") || to.equals("samples");
            default -> to.equals("ui") || to.equals("ui.charts") || to.equals(from.substring(0, from.length() - ".ui".length()));
        };
    }

    private static boolean below(String name, Layer layer) {
        return layer(name).compareTo(layer) < 0;
    }

    private static Layer layer(String name) {
        if (name.equals("math") || name.startsWith("lib.")) {
            return Layer.GROUND;
        }
        if (FACES.contains(name) || name.endsWith(".ui")) {
            return Layer.FACE;
        }
        if (CORE.contains(name)) {
            return Layer.CORE;
        }
        return switch (name) {
            case "data" -> Layer.DATA;
            case "learning" -> Layer.LEARNING;
            case "app", "cli", "monitor" -> Layer.ENTRY;
            case "testkit" -> Layer.TESTKIT;
            case "samples" -> Layer.SAMPLES;
            default -> Layer.TOPIC;
        };
    }

    private static String shortName(String bundle) {
        return bundle.substring(PREFIX.length());
    }
}
