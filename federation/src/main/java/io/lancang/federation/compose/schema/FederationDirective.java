package io.lancang.federation.compose.schema;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The directives that have a meaning to federation, with the first version of the specification that has each. */
public enum FederationDirective {
    KEY("key", 0, "fields! resolvable"),
    REQUIRES("requires", 0, "fields!"),
    PROVIDES("provides", 0, "fields!"),
    EXTERNAL("external", 0, "reason"),
    EXTENDS("extends", 0, ""),
    SHAREABLE("shareable", 0, ""),
    OVERRIDE("override", 0, "from! label"),
    TAG("tag", 0, "name!"),
    INACCESSIBLE("inaccessible", 0, ""),
    COMPOSE_DIRECTIVE("composeDirective", 1, "name"),
    INTERFACE_OBJECT("interfaceObject", 3, ""),
    AUTHENTICATED("authenticated", 5, ""),
    REQUIRES_SCOPES("requiresScopes", 5, "scopes!"),
    POLICY("policy", 6, "policies!"),
    CONTEXT("context", 8, "name!"),
    FROM_CONTEXT("fromContext", 8, "field"),
    COST("cost", 9, "weight!"),
    LIST_SIZE("listSize", 9, "assumedSize slicingArguments sizedFields requireOneSlicingArgument");

    private static final String PREFIX = "federation__";

    private final String specName;
    private final int sinceMinor;
    private final String arguments;

    FederationDirective(String specName, int sinceMinor, String arguments) {
        this.specName = specName;
        this.sinceMinor = sinceMinor;
        this.arguments = arguments;
    }

    /** The name in the specification, without {@code @}. */
    public String specName() {
        return specName;
    }

    /** The minor version of Federation 2 that introduced it. */
    public int sinceMinor() {
        return sinceMinor;
    }

    /** The names of its arguments in the specification. */
    public Set<String> argumentNames() {
        return words().map(word -> word.replace("!", "")).collect(Collectors.toSet());
    }

    /** The names of the arguments that have to be given. */
    public Set<String> requiredArguments() {
        return words().filter(word -> word.endsWith("!"))
                .map(word -> word.replace("!", ""))
                .collect(Collectors.toSet());
    }

    private Stream<String> words() {
        return Arrays.stream(arguments.split(" ")).filter(word -> !word.isEmpty());
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
