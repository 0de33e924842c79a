package io.lancang.federation.compose.subgraph;

/**
 * The version of the federation specification that a subgraph is written in.
 *
 * @param major 1 for a subgraph without a link to the specification
 * @param minor the minor version
 */
public record FederationVersion(int major, int minor) {

    /** The style without {@code @link}. */
    public static final FederationVersion ONE = new FederationVersion(1, 0);

    /**
     * The newest minor version of Federation 2 that composition takes. Of what came after v2.9 it knows {@code @cacheTag}; it
     * refuses other directives, such as those of connectors, by name.
     */
    public static final int NEWEST_MINOR = 14;

    /** Reads a version such as {@code 2.3}. */
    static FederationVersion parse(String version) {
        int dot = version.indexOf('.');
        return new FederationVersion(
                Integer.parseInt(version.substring(0, dot)), Integer.parseInt(version.substring(dot + 1)));
    }

    /** Whether it is the style without {@code @link}. */
    public boolean isOne() {
        return major == 1;
    }

    /** Whether composition knows it. */
    public boolean isKnown() {
        return isOne() || (major == 2 && minor <= NEWEST_MINOR);
    }

    @Override
    public String toString() {
        return "v" + major + "." + minor;
    }
}
