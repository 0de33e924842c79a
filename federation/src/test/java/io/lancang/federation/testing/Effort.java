package io.lancang.federation.testing;

/**
 * How many random cases a test takes: few where a developer waits for them, many in continuous integration, where the environment
 * variable {@code CI} is {@code true}.
 */
public final class Effort {
    private static final boolean CONTINUOUS_INTEGRATION = Boolean.parseBoolean(System.getenv("CI"));

    private Effort() {}

    /**
     * A number of cases.
     *
     * @param property a system property that says another number
     */
    public static int of(String property, int few, int many) {
        return Integer.getInteger(property, CONTINUOUS_INTEGRATION ? many : few);
    }
}
