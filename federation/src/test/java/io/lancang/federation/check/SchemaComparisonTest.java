package io.lancang.federation.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaComparisonTest {
    /** A type that is only reached through an interface, an input, an enum, a union, a scalar and a directive. */
    private static final String BEFORE = """
            directive @show(as: Format) on FIELD
            directive @note on OBJECT
            type Query { place(id: ID!, near: Int = 5, deep: Boolean): Place any: Any day: Day list: [Int!] }
            interface Place { id: ID! }
            type Town implements Place { id: ID! people: Int mayor(year: Int): String }
            type Port implements Place { id: ID! }
            union Any = Town | Port
            enum Format { SHORT LONG }
            input Box { west: Float! east: Float! margin: Float = 0.5 name: String }
            type Mutation { fence(box: Box): Boolean! }
            scalar Day @specifiedBy(url: "https://example.org/day")
            """;

    static GraphQLSchema schema(String sdl) {
        return UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse(sdl));
    }

    private static List<String> changes(String after) {
        return SchemaComparison.compare(schema(BEFORE), schema(after)).stream()
                .map(change -> change.severity() + " " + change.coordinate())
                .toList();
    }

    @Test
    void isEmptyForTheSameSchemaInAnotherOrder() {
        assertEquals(List.of(), changes(BEFORE.replace("west: Float! east: Float!", "east: Float! west: Float!")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            people: Int mayor                  ; mayor                              ; BREAKING Town.people
            people: Int mayor                  ; people: Int! mayor                 ; SAFE Town.people
            people: Int mayor                  ; people: Float mayor                ; BREAKING Town.people
            people: Int mayor                  ; people: Int area: Int mayor        ; SAFE Town.area
            people: Int mayor                  ; people: Int @deprecated mayor      ; SAFE Town.people
            place(id: ID!, near                ; place(near                         ; BREAKING Query.place(id:)
            place(id: ID!,                     ; place(id: ID,                      ; SAFE Query.place(id:)
            near: Int = 5, deep: Boolean       ; near: Int = 6, deep: Boolean       ; DANGEROUS Query.place
            near: Int = 5, deep: Boolean       ; near: Int!, deep: Boolean          ; BREAKING Query.place
            near: Int = 5, deep: Boolean       ; near: Int! = 5, deep: Boolean      ; BREAKING Query.place(near:)
            deep: Boolean)                     ; deep: Int)                         ; BREAKING Query.place(deep:)
            deep: Boolean)                     ; deep: [Boolean])                   ; BREAKING Query.place(deep:)
            deep: Boolean)                     ; deep: Boolean, to: Int!)           ; BREAKING Query.place
            deep: Boolean)                     ; deep: Boolean, to: Int! = 3)       ; SAFE Query.place(to:)
            list: [Int!]                       ; list: [Int]                        ; BREAKING Query.list
            list: [Int!]                       ; list: [Int!]!                      ; SAFE Query.list
            list: [Int!]                       ; list: Int                          ; BREAKING Query.list
            Any = Town | Port                ; Any = Town                         ; BREAKING Any
            Format { SHORT LONG }              ; Format { SHORT }                   ; BREAKING Format.LONG
            Format { SHORT LONG }              ; Format { SHORT LONG FULL }         ; DANGEROUS Format
            margin: Float = 0.5 name: String   ; margin: Float = 0.5                ; BREAKING Box.name
            margin: Float = 0.5 name: String   ; margin: Float name: String         ; DANGEROUS Box.margin
            margin: Float = 0.5 name: String   ; margin: Float = 0.5 name: String!  ; BREAKING Box.name
            margin: Float = 0.5 name: String   ; margin: Float = 0.5 name: String top: Int! ; BREAKING Box.top
            margin: Float = 0.5 name: String   ; margin: Float = 0.5 name: String top: Int  ; SAFE Box.top
            west: Float! east                  ; west: Float east                   ; SAFE Box.west
            fence(box: Box): Boolean!          ; fence(box: Box): Boolean           ; BREAKING Mutation.fence
            https://example.org/day            ; https://example.org/date           ; DANGEROUS Day
            on FIELD                           ; on FIELD | QUERY                 ; ''
            directive @show(as: Format) on FIELD ; directive @show on FIELD         ; BREAKING @show(as:)
            directive @show(as: Format) on FIELD ; directive @show(as: Format) on QUERY ; BREAKING @show
            directive @note on OBJECT          ; ''                                 ; ''
            """)
    void judgesEachChangeWhereItIs(String part, String becomes, String change) {
        List<String> found = changes(BEFORE.replace(part, becomes));

        assertEquals(change.isEmpty() ? List.of() : List.of(change), found);
    }

    @Test
    void tellsTypesThatGoComeOrAreOfAnotherKind() {
        assertEquals(
                List.of("BREAKING Port", "BREAKING Town", "SAFE City"),
                changes(BEFORE.replace("type Port implements Place { id: ID! }", "type City { id: ID! }")
                                .replace("union Any = Town | Port", "union Any = City")
                                .replace(
                                        "type Town implements Place { id: ID! people: Int mayor(year: Int): String }",
                                        "scalar Town"))
                        .stream()
                        .filter(each -> !each.endsWith(" Any"))
                        .toList());
    }

    @Test
    void tellsInterfacesThatATypeImplements() {
        assertEquals(List.of("BREAKING Port"), changes(BEFORE.replace("type Port implements Place", "type Port")));
        assertEquals(List.of("SAFE Day2"), changes(BEFORE + "type Day2 implements Place { id: ID! }"));
    }

    @Test
    void beginsWithTheWorst() {
        assertEquals(
                List.of("BREAKING Town.people", "DANGEROUS Format", "SAFE Town.area"),
                changes(BEFORE.replace("people: Int", "area: Int").replace("SHORT LONG", "SHORT LONG FULL")));
    }
}
