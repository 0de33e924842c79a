package io.lancang.federation.compose.print;

import java.util.List;

/**
 * The specifications that a supergraph links to, with the definitions that each adds to it. Link and join are in every
 * supergraph, the others only where a directive of theirs is applied.
 */
enum SupergraphFeature {
    LINK("@link(url: \"https://specs.apollo.dev/link/v1.0\")", "", """
            directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA

            scalar link__Import

            enum link__Purpose {
              "`SECURITY` features provide metadata necessary to securely resolve fields."
              SECURITY

              "`EXECUTION` features provide metadata necessary for operation execution."
              EXECUTION
            }
            """),
    JOIN("@link(url: \"https://specs.apollo.dev/join/v0.5\", for: EXECUTION)", "", """
            directive @join__directive(graphs: [join__Graph!], name: String!, args: join__DirectiveArguments) repeatable on SCHEMA | OBJECT | INTERFACE | FIELD_DEFINITION

            directive @join__enumValue(graph: join__Graph!) repeatable on ENUM_VALUE

            directive @join__field(graph: join__Graph, requires: join__FieldSet, provides: join__FieldSet, type: String, external: Boolean, override: String, usedOverridden: Boolean, overrideLabel: String, contextArguments: [join__ContextArgument!]) repeatable on FIELD_DEFINITION | INPUT_FIELD_DEFINITION

            directive @join__graph(name: String!, url: String!) on ENUM_VALUE

            directive @join__implements(graph: join__Graph!, interface: String!) repeatable on OBJECT | INTERFACE

            directive @join__type(graph: join__Graph!, key: join__FieldSet, extension: Boolean! = false, resolvable: Boolean! = true, isInterfaceObject: Boolean! = false) repeatable on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR

            directive @join__unionMember(graph: join__Graph!, member: String!) repeatable on UNION

            input join__ContextArgument {
              name: String!
              type: String!
              context: String!
              selection: join__FieldValue!
            }

            scalar join__DirectiveArguments

            scalar join__FieldSet

            scalar join__FieldValue
            """),
    TAG("@link(url: \"https://specs.apollo.dev/tag/v0.3\")", "tag", """
            directive @tag(name: String!) repeatable on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION | SCHEMA
            """),
    INACCESSIBLE("@link(url: \"https://specs.apollo.dev/inaccessible/v0.2\", for: SECURITY)", "inaccessible", """
            directive @inaccessible on FIELD_DEFINITION | OBJECT | INTERFACE | UNION | ARGUMENT_DEFINITION | SCALAR | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
            """),
    AUTHENTICATED("@link(url: \"https://specs.apollo.dev/authenticated/v0.1\", for: SECURITY)", "authenticated", """
            directive @authenticated on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM
            """),
    REQUIRES_SCOPES(
            "@link(url: \"https://specs.apollo.dev/requiresScopes/v0.1\", for: SECURITY)", "requiresScopes", """
            directive @requiresScopes(scopes: [[requiresScopes__Scope!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM

            scalar requiresScopes__Scope
            """),
    POLICY("@link(url: \"https://specs.apollo.dev/policy/v0.1\", for: SECURITY)", "policy", """
            directive @policy(policies: [[policy__Policy!]!]!) on FIELD_DEFINITION | OBJECT | INTERFACE | SCALAR | ENUM

            scalar policy__Policy
            """),
    CONTEXT("@link(url: \"https://specs.apollo.dev/context/v0.1\", for: SECURITY)", "context", """
            directive @context(name: String!) repeatable on INTERFACE | OBJECT | UNION

            directive @context__fromContext(field: context__ContextFieldValue) on ARGUMENT_DEFINITION

            scalar context__ContextFieldValue
            """),
    COST("@link(url: \"https://specs.apollo.dev/cost/v0.1\", import: [\"@listSize\"])", "cost listSize", """
            directive @cost(weight: Int!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR

            directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
            """);

    private final String link;
    private final String directives;
    private final String definitions;

    SupergraphFeature(String link, String directives, String definitions) {
        this.link = link;
        this.directives = directives;
        this.definitions = definitions;
    }

    /** The link on the schema. */
    String link() {
        return link;
    }

    /** The directives whose use makes the feature part of a supergraph; none for those that always are. */
    List<String> directives() {
        return directives.isEmpty() ? List.of() : List.of(directives.split(" "));
    }

    /** Its definitions as SDL. */
    String definitions() {
        return definitions;
    }
}
