package io.lancang.federation.compose.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The directives that have a meaning to federation, as the specification defines them. */
public enum FederationDirective {
    KEY("key", 0, "repeatable on OBJECT | INTERFACE", "fields: FieldSet!", "resolvable: Boolean = true"),
    REQUIRES("requires", 0, "on FIELD_DEFINITION", "fields: FieldSet!"),
    PROVIDES("provides", 0, "on FIELD_DEFINITION", "fields: FieldSet!"),
    EXTERNAL("external", 0, "on OBJECT | FIELD_DEFINITION", "reason: String"),
    EXTENDS("extends", 0, "on OBJECT | INTERFACE"),
    SHAREABLE("shareable", 0, "repeatable on OBJECT | FIELD_DEFINITION"),
    OVERRIDE("override", 0, "on FIELD_DEFINITION", "from: String!", "label: String"),
    TAG("tag", 0, "repeatable on " + Places.EVERYWHERE + " | SCHEMA", "name: String!"),
    INACCESSIBLE("inaccessible", 0, "on " + Places.EVERYWHERE),
    COMPOSE_DIRECTIVE("composeDirective", 1, "repeatable on SCHEMA", "name: String"),
    INTERFACE_OBJECT("interfaceObject", 3, "on OBJECT"),
    AUTHENTICATED("authenticated", 5, "on " + Places.PROTECTED),
    REQUIRES_SCOPES("requiresScopes", 5, "on " + Places.PROTECTED, "scopes: [[Scope!]!]!"),
    POLICY("policy", 6, "on " + Places.PROTECTED, "policies: [[Policy!]!]!"),
    CONTEXT("context", 8, "repeatable on OBJECT | INTERFACE | UNION", "name: String!"),
    FROM_CONTEXT("fromContext", 8, "on ARGUMENT_DEFINITION", "field: ContextFieldValue"),
    COST(
            "cost",
            9,
            "on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR",
            "weight: Int!"),
    LIST_SIZE(
            "listSize",
            9,
            "on FIELD_DEFINITION",
            "assumedSize: Int",
            "slicingArguments: [String!]",
            "sizedFields: [String!]",
            "requireOneSlicingArgument: Boolean = true"),
    CACHE_TAG("cacheTag", 12, "repeatable on OBJECT | INTERFACE | FIELD_DEFINITION", "format: String!");

    /** Those that stand in the supergraph as they stand in a subgraph, without anybody's {@code @composeDirective}. */
    public static final List<FederationDirective> CARRIED =
            List.of(TAG, INACCESSIBLE, AUTHENTICATED, REQUIRES_SCOPES, POLICY, COST, LIST_SIZE);

    private static final String PREFIX = "federation__";
    private static final int LABELS_SINCE_MINOR = 7;

    private final String specName;
    private final int sinceMinor;
    private final String applicability;
    private final String parameters;

    FederationDirective(String specName, int sinceMinor, String applicability, String... parameters) {
        this.specName = specName;
        this.sinceMinor = sinceMinor;
        this.applicability = applicability;
        this.parameters = String.join("\n", parameters);
    }

    /** The name in the specification, without {@code @}. */
    public String specName() {
        return specName;
    }

    /** The minor version of Federation 2 that introduced it. */
    public int sinceMinor() {
        return sinceMinor;
    }

    /** How a minor version of Federation 2 defines it. */
    public DirectiveDeclaration declaration(int minor) {
        List<String> all = parameters.isEmpty() ? List.of() : List.of(parameters.split("\n"));
        List<String> known = this == OVERRIDE && minor < LABELS_SINCE_MINOR ? all.subList(0, 1) : all;
        return DirectiveDeclaration.of(specName, applicability, known);
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

    /** Lists of places that several directives share. */
    private static final class Places {

        private static final String PROTECTED = "FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM";
        private static final String EVERYWHERE =
                PROTECTED + " | UNION | ARGUMENT_DEFINITION | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION";
    }
}
