package io.lancang.federation.supergraph;

/** What every supergraph begins with, so that tests need to show only what matters to them. */
public final class JoinSpec {
    public static final String V0_5 = """
            schema
              @link(url: "https://specs.apollo.dev/link/v1.0")
              @link(url: "https://specs.apollo.dev/join/v0.5", for: EXECUTION)
              @link(url: "https://specs.apollo.dev/inaccessible/v0.2", for: SECURITY)
              @link(url: "https://specs.apollo.dev/tag/v0.3")
            {
              query: Query
            }
            """ + definitions();

    /** As {@link #V0_5}, with mutations. */
    public static final String WITH_MUTATIONS =
            V0_5.replace("  query: Query\n", "  query: Query\n  mutation: Mutation\n");

    private JoinSpec() {}

    private static String definitions() {
        return """
            directive @join__enumValue(graph: join__Graph!) repeatable on ENUM_VALUE
            directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String,
              external: Boolean, override: String, usedOverridden: Boolean, overrideLabel: String,
              contextArguments: [join__ContextArgument!]) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION
            directive @join__graph(name: String!, url: String!) on ENUM_VALUE
            directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE
            directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false,
              resolvable: Boolean! = true, isInterfaceObject: Boolean! = false)
              repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR
            directive @join__unionMember(graph: join__Graph!, member: String!) repeatable on UNION
            directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
            directive @context(name: String!) repeatable on INTERFACE | OBJECT | UNION
            directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM
              | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
            directive @tag(name: String!) repeatable on FIELD_DEFINITION | OBJECT | INTERFACE | UNION
              | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
            scalar join__FieldSet
            scalar join__FieldValue
            input join__ContextArgument { name: String! type: String! context: String! selection: join__FieldValue! }
            scalar link__Import
            enum link__Purpose { SECURITY EXECUTION }
            """;
    }
}
