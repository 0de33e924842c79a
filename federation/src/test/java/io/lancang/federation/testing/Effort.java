package io.lancang.federation.testing;

/** How many random cases a test takes: few wherever the whole suite runs, and as many as somebody asks for. */
public final class Effort {
    private Effort() {}

    /**
     * A number of cases.
     *
     * @param property a system property that says another number
     * @param few how many they are without it
     */
    public static int of(String property, int few) {
        return Integer.getInteger(property, few);
    }
}
