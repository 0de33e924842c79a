package io.lancang.federation.sdl;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertIterableEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Node;
import graphql.parser.Parser;
import graphql.parser.ParserEnvironment;
import graphql.parser.ParserOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas are read as graphql-java's own parser reads them, places of nodes included, and what is no schema is refused at its place. */
class SdlParserTest {
    private static final String EVERYTHING = """
            \uFEFF# A comment is read over, 'type' or not.
            "The schema." schema @link(url: "https://example.org/a/v1.0", import: ["@a", {name: "@b", as: "@c"}]) {
              query: Query, mutation: Change
              subscription: Events
            }
            extend schema @a
            extend schema { subscription: Later }
            \"\"\"
              A corridor:
                indented by two more.

              Quotes: \\\""" and "these".
            \"\"\"
            type Corridor implements & Node & Named @key(fields: "id") @key(fields: "name { text }", resolvable: false) {
              "Its id."
              id: ID!
              \"\"\"one line\"\"\"
              stops("Of whom." of: [Partner!]! = [{code: "LAO", weights: [1, -2, 0.5, 1.5e3, 2E-1, 1e+2]}] @a, first: Int = 10): [[Stop!]]! @b(c: null)
              on: Boolean repeatable: Int type: String input: Float
            }
            type Empty
            interface Node { id: ID! }
            interface Named implements Node @a { id: ID! name: Text }
            union Place @a = | Corridor | Stop
            union One = Corridor
            union None
            enum Status @a { "is" OPEN CLOSED @deprecated(reason: "\\u0041\\u{1F600}\\uD83D\\uDE00\\"\\\\\\/\\b\\f\\n\\r\\t") true_ }
            \"\"\"begins behind the quotes,
                 goes on with indentation
               and with less\"\"\"
            enum Unknown
            input Filter @a { status: Status = OPEN @a, not: Filter, is: Boolean = true, no: Boolean = false, x: [Int] = [] y: Obj = {} }
            input Nothing
            scalar Text @specifiedBy(url: "https://example.org/text")
            "Marks." directive @a on SCHEMA | OBJECT
            directive @b(c: Int = 3, d: [String!] = ["x", \"\"\" y \"\"\"]) repeatable on
              | FIELD_DEFINITION
              | ENUM
            extend type Corridor implements Node @a { more: Int }
            extend interface Named @a { more: Int }
            extend union Place @a = Empty
            extend enum Status @a { UNKNOWN }
            extend input Filter @a { more: Int }
            extend scalar Text @a
            """;

    @Test
    void readsEveryDefinitionAsTheLibraryDoes() {
        assertSame(EVERYTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r"})
    void readsEveryEndOfALineAsTheLibraryDoes(String lineEnd) {
        assertEquals(print(library(EVERYTHING)), print(SdlParser.document(EVERYTHING.replace("\n", lineEnd))));
    }

    @Test
    void countsALineForCarriageReturnAndLineFeedTogether() {
        Document document = SdlParser.document("scalar A\r\nscalar B\rscalar C\n\n\"\"\"\r\n\r\n\"\"\"scalar D");

        assertEquals(
                List.of(1, 2, 3, 5),
                document.getDefinitions().stream()
                        .map(each ->
                                Objects.requireNonNull(each.getSourceLocation()).getLine())
                        .toList());
    }

    @Test
    void nothingIsASchemaWithoutDefinitions() {
        assertEquals(List.of(), SdlParser.document(" ,\t# nothing").getDefinitions());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Int", "[Int]", "[Int!]", "[Int]!", " [ [ Int ! ] ! ] ! "})
    void readsTypes(String type) {
        assertEquals(AstPrinter.printAst(Parser.parseType(type)), AstPrinter.printAst(SdlParser.type(type)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[Int", "Int]", "Int!!", "Int Int", "{Int}", "1"})
    void refusesWhatIsNoType(String text) {
        assertThrows(SdlSyntaxException.class, () -> SdlParser.type(text));
    }

    /** Each where it begins to be wrong: a name of a place or a value that is missing at what stands in its stead. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    { a };                        1; 1;  a definition is expected, not '{'
                    query { a };                  1; 1;  a definition is expected, and none begins with 'query'
                    extend query;                 1; 1;  a definition is expected, and none begins with 'query'
                    type;                         1; 5;  a name is expected, not the end of the text
                    type A {};                    1; 9;  a name is expected, not '}'
                    type A { a: };                1; 13; a name is expected, not '}'
                    type A { a Int };             1; 12; ':' is expected, not 'Int'
                    type A { a: Int;              1; 16; a name is expected, not the end of the text
                    type A { a(: Int };           1; 12; a name is expected, not ':'
                    type A { a: [Int };           1; 18; ']' is expected, not '}'
                    type A @;                     1; 9;  a name is expected, not the end of the text
                    type A @a(b: $c);             1; 14; a value is expected, not '$'
                    type A @a(b: [1);             1; 16; a value is expected, not ')'
                    type A @a(b: {1: 2});         1; 15; a name is expected, not '1'
                    union A =;                    1; 10; a name is expected, not the end of the text
                    directive @a;                 1; 13; 'on', and where the directive can stand, is expected, not the end of the text
                    directive a on OBJECT;        1; 11; '@' is expected, not 'a'
                    type A @a(b: 01);             1; 14; the number 01 begins with a 0 that says nothing
                    type A @a(b: -);              1; 14; the number - lacks a digit
                    type A @a(b: 1.);             1; 14; the number 1. lacks a digit
                    type A @a(b: 1e);             1; 14; the number 1e lacks a digit
                    type A @a(b: 1x);             1; 14; the number 1 goes on with 'x'
                    type A @a(b: 1.5.6);          1; 14; the number 1.5 goes on with '.'
                    type A @a(b: "c);             1; 14; the string that begins here does not end on its line
                    type A @a(b: "c\\);           1; 14; the string that begins here does not end on its line
                    type A @a(b: "c\\z");         1; 16; \\z is no escape
                    type A @a(b: "c\\u12");       1; 16; \\u needs four hexadecimal digits, or some in braces
                    type A @a(b: "c\\u{}");       1; 16; \\u needs four hexadecimal digits, or some in braces
                    type A @a(b: "\\u{1234567}"); 1; 15; \\u needs four hexadecimal digits, or some in braces
                    type A @a(b: "\\uDE00");      1; 21; \\uDE00 is no character
                    type A @a(b: "\\uD83D\\u0041"); 1; 27; \\uD83D\\u0041 is no pair of surrogates
                    type A @a(b: "\\u{110000}");  1; 25; \\u{110000} is no character
                    type A ? b;                   1; 8;  the character '?' stands where none can
                    type A .. b;                  1; 8;  '.' stands where nothing has one
                    """)
    void refusesWhatIsNoSchemaWhereItBeginsToBeNone(String text, int line, int column, String message) {
        SdlSyntaxException refused = assertThrows(SdlSyntaxException.class, () -> SdlParser.document(text));

        assertAll(
                () -> assertEquals(message, refused.getMessage()),
                () -> assertEquals(line, refused.line()),
                () -> assertEquals(column, refused.column()));
    }

    @Test
    void namesTheLineOfWhatIsWrong() {
        SdlSyntaxException refused =
                assertThrows(SdlSyntaxException.class, () -> SdlParser.document("scalar A\n\n  # b\n  scalar 1"));

        assertAll(() -> assertEquals(4, refused.line()), () -> assertEquals(10, refused.column()));
    }

    @Test
    void saysWhereAStringBeganThatHasNoEnd() {
        SdlSyntaxException refused =
                assertThrows(SdlSyntaxException.class, () -> SdlParser.document("scalar A\n \"\"\"\n\n\"\" type"));

        assertAll(() -> assertEquals(2, refused.line()), () -> assertEquals(2, refused.column()));
    }

    @Test
    void doesNotRepeatALongTokenInAnError() {
        SdlSyntaxException refused =
                assertThrows(SdlSyntaxException.class, () -> SdlParser.document("type " + "1".repeat(1000)));

        assertEquals("a name is expected, not '" + "1".repeat(40) + "…'", refused.getMessage());
    }

    @Test
    void refusesWhatIsDeeperThanAThreadCanBear() {
        SdlParser.document("type A @a(b: " + "[".repeat(200) + "]".repeat(200) + ")");

        for (String open : List.of("type A @a(b: " + "[".repeat(201), "type A @a(b: " + "{a:".repeat(100_000))) {
            SdlSyntaxException refused = assertThrows(SdlSyntaxException.class, () -> SdlParser.document(open));
            assertEquals("more than 200 lists and objects stand in each other here", refused.getMessage());
        }
    }

    @Test
    void refusesTypesThatAreDeeperThanAThreadCanBear() {
        SdlParser.type("[".repeat(200) + "Int" + "]".repeat(200));

        SdlSyntaxException refused =
                assertThrows(SdlSyntaxException.class, () -> SdlParser.type("[".repeat(201) + "Int" + "]".repeat(201)));

        assertEquals("more than 200 lists and objects stand in each other here", refused.getMessage());
    }

    @Test
    void readsASupergraphAsTheLibraryDoes() throws IOException {
        try (InputStream sdl = Objects.requireNonNull(
                getClass().getResourceAsStream("/io/lancang/federation/plan/benchmark-supergraph.graphql"))) {
            assertSame(new String(sdl.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void assertSame(String sdl) {
        Document own = SdlParser.document(sdl);
        Document library = library(sdl);
        assertEquals(print(library), print(own));
        assertIterableEquals(places(library), places(own));
    }

    private static Document library(String sdl) {
        return new Parser()
                .parseDocument(ParserEnvironment.newParserEnvironment()
                        .document(sdl)
                        .parserOptions(ParserOptions.getDefaultSdlParserOptions())
                        .build());
    }

    private static String print(Document document) {
        return AstPrinter.printAst(document);
    }

    /** Of each node its kind and where it begins, but for the document; a field of an object is nowhere. */
    private static List<String> places(Node<?> node) {
        List<String> places = new ArrayList<>();
        for (Node<?> child : node.getChildren()) {
            places.add(child.getClass().getSimpleName() + " " + child.getSourceLocation());
            places.addAll(places(child));
        }
        return places;
    }
}
