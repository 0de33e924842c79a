package io.lancang.federation.operation.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.FormLimits;
import io.lancang.federation.error.GraphQLError;
import io.lancang.federation.error.SourceLocation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentFormTest {
    /** 40 tokens, names of 10, numbers of 5, strings of 12, nesting of 4, and three of everything else. */
    private static final FormLimits SMALL = new FormLimits(40, 10, 5, 12, 4, 3, 3, 3, 3, 3, 3);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ abcdefghijk }|The name abcdefghijk… has 11 characters; 10 are allowed",
                "{ f(a: 123456) }|The number 123456… has 6 characters; 5 are allowed",
                "{ f(a: -12345) }|The number -12345… has 6 characters; 5 are allowed",
                "{ f(a: \"12345678901\") }|The string \"12345678901\"… has 13 characters; 12 are allowed",
                "{ f(a: \"\"\"1234567\"\"\") }|The string \"\"\"1234567\"\"\"… has 13 characters; 12 are allowed",
                "{ a { b { c { d { e } } } } }|The document nests more than 4 brackets in each other",
                "query ($a: [[[[Int]]]]) { b }|The document nests more than 4 brackets in each other",
                "{ f(a: [1, 2, 3, 4]) }|A list has more than 3 items",
                "{ f(a: [[], [], {}, []]) }|A list has more than 3 items",
                "{ f(a: [$a $b $c $d]) }|A list has more than 3 items",
                "{ f(a: [\"a\" \"b\" \"c\" \"d\"]) }|A list has more than 3 items",
                "{ f(a: [A B C D]) }|A list has more than 3 items",
                "{ f(a: {a: 1 b: 2 c: 3 d: 4}) }|An input object has more than 3 fields",
                "{ f(a: 1 b: 2 c: 3 d: 4) }|A field or directive has more than 3 arguments",
                "{ f @a(a: 1 b: 2 c: 3 d: 4) }|A field or directive has more than 3 arguments",
                "{ f @a @b(x: 1) @c @d }|An element has more than 3 directives",
                "query @a @b(x: 1) @c @d { f }|An element has more than 3 directives",
                "query ($a: A $b: B $c: C $d: D) { f }|An operation has more than 3 variables",
                "{ a } { b } query c { d } mutation { e }|The document has more than 3 operations",
                "fragments { a } fragmen { b } query fragment { c } { d }|The document has more than 3 operations",
                // A long name is shown by its first twenty characters.
                "{ abcdefghijklmnopqrst }|The name abcdefghijklmnopqrst… has 20 characters; 10 are allowed",
                "{ abcdefghijklmnopqrstu }|The name abcdefghijklmnopqrst… has 21 characters; 10 are allowed",
                // Of two parts that are too long the first is named.
                "{ abcdefghijk(a: 123456) }|The name abcdefghijk… has 11 characters; 10 are allowed",
                "{ f(a: 123456) abcdefghijk }|The number 123456… has 6 characters; 5 are allowed",
                // What stands in an argument of a directive is none of the variables.
                "query @a(x: 1 y: 2 z: 3 w: 4) { f }|A field or directive has more than 3 arguments",
                "{ f(a: [{}, {}, {}, {}]) }|A list has more than 3 items",
                "fragment a on A {a} fragment a on A {a} fragment a on A {a} fragment a on A {a}"
                        + "|The document has more than 3 fragments",
            })
    void refusesWhatIsLongerThanAllowed(String document, String message) {
        GraphQLError breach = assertInstanceOf(GraphQLError.class, DocumentForm.breach(document, SMALL));
        assertEquals("LIMIT_EXCEEDED", breach.code());
        assertTrue(breach.message().startsWith(message), breach.message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ abcdefghij }",
                "{ f(a: 12345) f(a: -1.5) }",
                "{ f(a: \"1234567890\") }",
                "{ f(a: \"\"\"\\\"\"\"12\"\"\") }",
                "{ a { b { c { d } } } }",
                "{ f(a: [1, 2, 3], b: [$a $b $c]) }",
                "{ f(a: {a: 1 b: 2 c: 3}) }",
                "{ f(a: 1 b: 2 c: 3) g(a: 1 b: 2 c: 3) }",
                "{ f @a @b(x: 1) @c g @a @b h @c }",
                "query ($a: A = 1 @d $b: B @d @e $c: C) @a @b @c { f @a }",
                "{ a: b c: d e: f g: h i: j }",
                "{ a } query b { c } mutation { d } fragment e on E { f } fragment e on E { f }",
                "# a comment that is longer than any name or string may be\n{ a }",
                "{ a \"no end",
                "{ ) ] } } $ @ ! % é",
                "}}} { a { b { c { d } } } }",
                // Directives of one element each, and of what is no element.
                "{ f @a @b @c ... @d { g } }",
                "{ f @a @b @c { g } @d }",
                "{ f @a @b @c : @d }",
                "{ f @a @b @c $ @d }",
                "",
            })
    void takesWhatIsAsLongAsAllowed(String document) {
        assertNull(DocumentForm.breach(document, SMALL));
    }

    @Test
    void refusesMoreTokensThanAllowed() {
        assertNull(DocumentForm.breach("{" + " a".repeat(38) + "}", SMALL));
        assertNotNull(DocumentForm.breach("{" + " a".repeat(39) + "}", SMALL));
    }

    @Test
    void saysWhereTheLongPartStands() {
        GraphQLError breach =
                assertInstanceOf(GraphQLError.class, DocumentForm.breach("{ a\n  b\n   abcdefghijk }", SMALL));
        assertEquals(List.of(new SourceLocation(3, 4)), breach.locations());

        GraphQLError atOnce = assertInstanceOf(GraphQLError.class, DocumentForm.breach("abcdefghijk\n{ a }", SMALL));
        assertEquals(List.of(new SourceLocation(1, 1)), atOnce.locations());

        GraphQLError below = assertInstanceOf(GraphQLError.class, DocumentForm.breach("\n abcdefghijk", SMALL));
        assertEquals(List.of(new SourceLocation(2, 2)), below.locations());
    }

    @Test
    void refusesAnExponentThatNoDecimalNumberHas() {
        assertNull(DocumentForm.breach("{ f(a: 1e-999999999) }", FormLimits.DEFAULT));
        GraphQLError breach =
                assertInstanceOf(GraphQLError.class, DocumentForm.breach("{ f(a: 1e9999999999) }", FormLimits.DEFAULT));
        assertTrue(breach.message().contains("has an exponent of 10 digits; 9 are allowed"), breach.message());
    }

    @ParameterizedTest
    @CsvSource({
        "1e9999999999, 1e9999999999",
        "1E9999999999, 1E9999999999",
        "1e+9999999999, 1e+9999999999",
        "1.5E-9999999999, 1.5E-9999999999",
        "1234567890e9999999999, 1234567890e999999999"
    })
    void showsTheNumberWhoseExponentIsTooLong(String number, String shown) {
        GraphQLError breach = assertInstanceOf(
                GraphQLError.class, DocumentForm.breach("{ f(a: " + number + ") }", FormLimits.DEFAULT));

        assertEquals(
                "The number " + shown + " has an exponent of 10 digits; 9 are allowed. Use a smaller one.",
                breach.message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678901234567890", "-12345678901", "1.12345678901", "12345678901e5", "1e123456789"})
    void takesManyDigitsThatAreNoExponent(String number) {
        assertNull(DocumentForm.breach("{ f(a: " + number + ") }", FormLimits.DEFAULT));
    }
}
