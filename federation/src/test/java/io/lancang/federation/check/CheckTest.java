package io.lancang.federation.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import graphql.schema.GraphQLSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {
    private static final String BEFORE = """
            directive @show(as: Format) on FIELD
            type Query { place(id: ID!, near: Int): Place any: Any all(by: Filter): [Place!]! }
            interface Place { id: ID! name: String }
            type Town implements Place { id: ID! name: String people: Int }
            type Port implements Place { id: ID! name: String berths: Int }
            union Any = Town | Port
            enum Format { SHORT LONG }
            input Filter { format: Format name: String inner: Filter }
            """;

    private static final GraphQLSchema SCHEMA = SchemaComparisonTest.schema(BEFORE);

    /** A change to the schema, a document, and whether it meets the change. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            people: Int     | ''                | { any { ... on Town { people } } }                                  | true
            people: Int     | ''                | { any { ... on Port { berths } } }                                  | false
            people: Int     | ''                | query A { any { ...T } } fragment T on Town { people }              | true
            Port implements Place { id: ID! name: String | Port implements Place { id: ID! name: String! | { place(id: 1) { name } } | false
            { id: ID! name: String | { id: ID! name: Int | { all { name } } | true
            near: Int       | ''                | { place(id: 1, near: 2) { id } }                                    | true
            near: Int       | ''                | { place(id: 1) { id } }                                             | false
            near: Int       | near: Int, far: Int! | { place(id: 1) { id } }                                          | true
            SHORT LONG      | SHORT             | { all(by: {format: LONG}) { id } }                                  | true
            SHORT LONG      | SHORT             | { all(by: {format: SHORT}) { id } }                                 | false
            SHORT LONG      | SHORT             | query A($by: Filter) { all(by: $by) { id } }                        | true
            SHORT LONG      | SHORT             | query A($f: Format) { all(by: {format: $f}) { id } }                | true
            SHORT LONG      | SHORT             | { all { id @show(as: LONG) } }                                      | true
            (as: Format)    | (as: Format!)     | { all { id @show(as: LONG) } }                                      | true
            (as: Format)    | (as: Format!)     | { all { id } }                                                      | false
            name: String inner | inner          | { all(by: {inner: {inner: {name: "x"}}}) { id } }                   | true
            name: String inner | inner          | { all(by: {inner: {format: LONG}}) { id } }                         | false
            """)
    void findsWhoUsesWhatABreakingChangeIsAbout(String part, String becomes, String document, boolean isMet) {
        GraphQLSchema after = SchemaComparisonTest.schema(BEFORE.replace(part, becomes));

        Check check = Check.of(SCHEMA, after, Map.of("asked", document));

        assertEquals(Map.of(), check.unknown());
        assertEquals(isMet, check.isBreaking(), check::toString);
    }

    @Test
    void takesEachBreakingChangeForBrokenWhereNothingIsKnownOfWhoAsks() {
        GraphQLSchema after = SchemaComparisonTest.schema(BEFORE.replace("people: Int", ""));

        assertTrue(Check.of(SCHEMA, after, Map.of()).isBreaking());
        assertFalse(Check.of(SCHEMA, SCHEMA, Map.of()).isBreaking());
    }

    @Test
    void namesTheDocumentsThatUseAChangeAndThoseThatWouldBeRefused() {
        GraphQLSchema after = SchemaComparisonTest.schema(BEFORE.replace("people: Int", ""));
        String people = "{ any { ... on Town { people } } }";

        Check check = Check.of(SCHEMA, after, Map.of("b", people, "a", people, "c", "{ any { __typename } }"));

        assertEquals(List.of("a", "b"), check.changes().getFirst().users());
        assertEquals(Set.of("a", "b"), check.refused().keySet());
        assertEquals(3, check.documents());
    }

    @Test
    void namesThoseWhoDoNotGiveAnArgumentThatHasToBeGiven() {
        GraphQLSchema after = SchemaComparisonTest.schema(BEFORE.replace("near: Int", "near: Int, far: Int!"));

        Check check = Check.of(SCHEMA, after, Map.of("a", "{ place(id: 1) { id } }", "b", "{ any { __typename } }"));

        assertEquals(1, check.changes().size());
        assertEquals(List.of("a"), check.changes().getFirst().users());
    }

    /** One type may answer null from now on, and clients that ask all of the interface's objects are answered by it too. */
    @Test
    void namesThoseWhoReachAFieldOfATypeByItsInterface() {
        GraphQLSchema before =
                SchemaComparisonTest.schema(BEFORE.replace("name: String people", "name: String! people"));

        Check check = Check.of(before, SCHEMA, Map.of("a", "{ all { name } }", "b", "{ all { id } }"));

        assertEquals(1, check.changes().size());
        assertEquals(List.of("a"), check.changes().getFirst().users());
        assertEquals(Map.of(), check.refused());
    }

    /** One answer that is never null, and one that may be, have no place together: a change that is safe by itself. */
    @Test
    void isBreakingWhereADocumentIsRefusedForASafeChange() {
        GraphQLSchema after = SchemaComparisonTest.schema(BEFORE.replace("people: Int", "people: Int!"));

        Check check = Check.of(
                SCHEMA, after, Map.of("a", "{ any { ... on Town { count: people } ... on Port { count: berths } } }"));

        assertEquals(
                SchemaChange.Severity.SAFE, check.changes().getFirst().change().severity());
        assertEquals(Set.of("a"), check.refused().keySet());
        assertTrue(check.isBreaking());
    }

    @Test
    void saysNothingOfDocumentsThatAreNoneOfTheOldSchema() {
        Check check = Check.of(SCHEMA, SCHEMA, Map.of("wrong", "{ anybody }", "broken", "{ any {"));

        assertEquals(Set.of("wrong", "broken"), check.unknown().keySet());
        assertFalse(check.isBreaking());
    }
}
