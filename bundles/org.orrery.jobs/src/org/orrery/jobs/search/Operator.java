package org.orrery.jobs.search;

/** What stands between a field and a value. */
enum Operator {
    LESS_OR_EQUAL("<="), GREATER_OR_EQUAL(">="), NOT_EQUAL("!="), LESS("<"), GREATER(">"), EQUAL("="), HAS(":");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    /** Whether it asks for an order, which words do not have. */
    boolean ordered() {
        return this != NOT_EQUAL && this != EQUAL && this != HAS;
    }

    /** Whether a number that compares so with the wanted one fits. */
    boolean holds(int comparison) {
        return switch (this) {
            case LESS -> comparison < 0;
            case LESS_OR_EQUAL -> comparison <= 0;
            case GREATER -> comparison > 0;
            case GREATER_OR_EQUAL -> comparison >= 0;
            case NOT_EQUAL -> comparison != 0;
            case EQUAL, HAS -> comparison == 0;
        };
    }

    /** Whether a text fits a wanted one; both folded. */
    boolean holds(String text, String wanted) {
        return switch (this) {
            case HAS -> text.contains(wanted);
            case NOT_EQUAL -> !text.equals(wanted);
            default -> text.equals(wanted);
        };
    }
}
