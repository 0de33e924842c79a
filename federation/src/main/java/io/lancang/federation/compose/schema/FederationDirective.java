package io.lancang.federation.compose.schema;

import java.util.Arrays;
import java.util.Optional;

/** The directives that have a meaning to federation, with the first version of the specification that has each. */
public enum FederationDirective {
    KEY("key", 0),
    REQUIRES("requires", 0),
    PROVIDES("provides", 0),
    EXTERNAL("external", 0),
    EXTENDS("extends", 0),
    SHAREABLE("shareable", 0),
    OVERRIDE("override", 0),
    TAG("tag", 0),
    INACCESSIBLE("inaccessible", 0),
    COMPOSE_DIRECTIVE("composeDirective", 1),
    INTERFACE_OBJECT("interfaceObject", 3),
    AUTHENTICATED("authenticated", 5),
    REQUIRES_SCOPES("requiresScopes", 5),
    POLICY("policy", 6),
    CONTEXT("context", 8),
    FROM_CONTEXT("fromContext", 8),
    COST("cost", 9),
    LIST_SIZE("listSize", 9);

    private static final String PREFIX = "federation__";

    private final String specName;
    private final int sinceMinor;

    FederationDirective(String specName, int sinceMinor) {
        this.specName = specName;
        this.sinceMinor = sinceMinor;
    }

    /** The name in the specification, without {@code @}. */
    public String specName() {
        return specName;
    }

    /** The minor version of Federation 2 that introduced it. */
    public int sinceMinor() {
        return sinceMinor;
    }

    /** The name that it has in the model, whatever a subgraph calls it. */
    public String modelName() {
        return PREFIX + specName;
    }

    /** The directive of this name in the specification. */
    public static Optional<FederationDirective> bySpecName(String name) {
        return Arrays.stream(values())
                .filter(each -> each.specName.equals(name))
                .findFirst();
    }

    /** The directive of this name in the model. */
    public static Optional<FederationDirective> byModelName(String name) {
        return name.startsWith(PREFIX) ? bySpecName(name.substring(PREFIX.length())) : Optional.empty();
    }
}
