package io.lancang.federation.feature;

import static io.lancang.federation.feature.DataSubgraph.subgraph;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions on fields that the engine needs for itself. */
class ConditionsMixTest {
    private static final Federation FEDERATION = Federation.of(subgraph("a", """
                    type Query { thing: Thing things: [Node!]! }
                    interface Node { id: ID! }
                    type Thing implements Node @key(fields: "id") { id: ID! size: Int owner: Owner }
                    type Owner implements Node @key(fields: "id") { id: ID! }
                    """, """
                    {"Query": {"thing": "@Thing[0]", "things": [{"__typename": "Thing", "id": "t", "size": 3, "owner": {"id": "o"}}, {"__typename": "Owner", "id": "o"}]},
                     "Thing": [{"id": "t", "size": 3, "owner": {"id": "o"}}], "Owner": [{"id": "o"}]}
                    """), subgraph("b", """
                    type Thing @key(fields: "id") { id: ID! size: Int @external name: String box: String @requires(fields: "size") }
                    type Owner @key(fields: "id") { id: ID! name: String }
                    """, """
                    {"Thing": [{"id": "t", "name": "T", "box": "of {size}"}], "Owner": [{"id": "o", "name": "O"}]}
                    """));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            true  | true  | {"thing": {"id": "t", "size": 3, "name": "T", "box": "of 3"}} | a b
            true  | false | {"thing": {"id": "t", "size": 3}}                            | a
            false | true  | {"thing": {"name": "T", "box": "of 3"}}                      | a b
            false | false | {"thing": {}}                                                | a
            """)
    void readsKeysAndRequirementsThatTheClientExcludes(boolean own, boolean other, String expected, String asked) {
        FEDERATION
                .with("{\"own\": " + own + ", \"other\": " + other + "}")
                .ask(
                        "query($own: Boolean!, $other: Boolean!) { thing { id @include(if: $own) size @include(if: $own) name @include(if: $other) box @include(if: $other) } }")
                .answers(expected)
                .asking(asked);
    }

    @Test
    void readsAKeyThatTheClientHasUnderAnotherNameAndOnlySometimes() {
        String query = "query($yes: Boolean!) { thing { id: size key: id @include(if: $yes) name } }";
        FEDERATION
                .with("{\"yes\": true}")
                .ask(query)
                .answers("{\"thing\": {\"id\": 3, \"key\": \"t\", \"name\": \"T\"}}");
        FEDERATION
                .with("{\"yes\": false}")
                .ask(query)
                .answers("{\"thing\": {\"id\": 3, \"name\": \"T\"}}")
                .asking("a b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            true  | true  | {"things": [{"id": "t", "name": "T"}, {"id": "o", "name": "O"}]} | a b
            true  | false | {"things": [{"id": "t", "name": "T"}, {"id": "o"}]}              | a b
            false | true  | {"things": [{"id": "t"}, {"id": "o", "name": "O"}]}              | a b
            false | false | {"things": [{"id": "t"}, {"id": "o"}]}                           | a
            """)
    void asksForTheTypesWhoseFragmentsAreIncluded(boolean thing, boolean owner, String expected, String asked) {
        FEDERATION
                .with("{\"t\": " + thing + ", \"o\": " + owner + "}")
                .ask(
                        "query($t: Boolean!, $o: Boolean!) { things { id ... on Thing @include(if: $t) { name } ...O @skip(if: $t) ... on Owner @include(if: $o) { name } } } fragment O on Owner { name @include(if: $o) }")
                .answers(expected)
                .asking(asked);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            true  | false | {"thing": {"id": "t"}}                | a
            false | true  | {"things": [{"id": "t"}, {"id": "o"}]} | a
            false | false | {}                                    | ``
            """)
    void asksASubgraphOnlyIfAnyOfItsRootFieldsIsIncluded(boolean one, boolean many, String expected, String asked) {
        FEDERATION
                .with("{\"one\": " + one + ", \"many\": " + many + "}")
                .ask(
                        "query($one: Boolean!, $many: Boolean!) { thing @include(if: $one) { id } things @include(if: $many) { id } }")
                .answers(expected)
                .asking(asked);
    }

    @Test
    void takesAConditionOfTheParentToWhatIsAskedBelow() {
        String query =
                "query($no: Boolean!, $yes: Boolean!) { thing @include(if: $yes) { owner @include(if: $no) { name } size } ...Q @skip(if: $no) } fragment Q on Query { thing { owner { id } } }";
        FEDERATION
                .with("{\"no\": false, \"yes\": true}")
                .ask(query)
                .answers("{\"thing\": {\"size\": 3, \"owner\": {\"id\": \"o\"}}}")
                .asking("a");
        FEDERATION
                .with("{\"no\": true, \"yes\": true}")
                .ask(query)
                .answers("{\"thing\": {\"owner\": {\"name\": \"O\"}, \"size\": 3}}")
                .asking("a b");
    }
}
