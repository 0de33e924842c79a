package io.lancang.federation.operation.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import graphql.language.EnumValue;
import graphql.language.IntValue;
import graphql.language.ObjectField;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.schema.GraphQLInputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import io.lancang.federation.operation.input.ShownValue;
import io.lancang.federation.operation.message.NearestNames;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a client reads about names and values that it mistyped. Two of five letters may be wrong, and one of the shortest. */
class NearestNamesTest {
    @Test
    void namesWhatIsNearestFirst() {
        assertEquals(List.of("abcd", "abdc"), NearestNames.to("abcd", List.of("abdc", "abcd")));
        assertEquals(List.of("ab", "abc", "abd"), NearestNames.to("AB", List.of("zzzz", "b", "abd", "abc", "ab")));
    }

    @Test
    void takesNeighboursThatAreSwappedForOneFault() {
        // One letter of four may be wrong.
        assertEquals(List.of("name"), NearestNames.to("nmae", List.of("name")));
        assertEquals(List.of(), NearestNames.to("naem", List.of("nmea")));
    }

    @Test
    void allowsTwoFaultsInFiveLetters() {
        assertEquals(List.of("abcdefg"), NearestNames.to("abcde", List.of("abcdefg")));
        assertEquals(List.of(), NearestNames.to("abcde", List.of("abcdefgh")));
        assertEquals(List.of("abcxx"), NearestNames.to("abcde", List.of("abcxx")));
        assertEquals(List.of(), NearestNames.to("abcde", List.of("abxxx")));
    }

    @Test
    void countsWhatIsTooMuchAtEitherEnd() {
        assertEquals(List.of(), NearestNames.to("xxabcd", List.of("abcdyy")));
        assertEquals(List.of(), NearestNames.to("abcdyy", List.of("xxabcd")));
        assertEquals(List.of(), NearestNames.to("ab", List.of("c")));
        assertEquals(List.of(), NearestNames.to("a", List.of("bc")));
    }

    @Test
    void looksAtNoNameThatIsVeryLong() {
        String longest = "a".repeat(64);

        assertEquals(List.of(longest), NearestNames.to(longest, List.of(longest)));
        assertEquals(List.of(), NearestNames.to(longest + "a", List.of(longest)));
    }

    @Test
    void namesAllValuesOfAnEnumThatHasFew() {
        List<String> twelve = IntStream.range(10, 22).mapToObj(n -> "V" + n).toList();
        List<String> thirteen = IntStream.range(10, 23).mapToObj(n -> "V" + n).toList();

        assertEquals(twelve, NearestNames.toValue("z".repeat(64), twelve));
        assertEquals(List.of(), NearestNames.toValue("z".repeat(65), twelve));
        assertEquals(List.of(), NearestNames.toValue("z".repeat(64), thirteen));
    }

    @Test
    void looksInsideASingleValueOfAList() {
        assertEquals(List.of("EXPORTS"), NearestInLiteral.of(new EnumValue("EXPORT"), input("kinds")));
    }

    @Test
    void looksAtTheFirstTwentyFaultsOfALiteral() {
        assertEquals(List.of("partners"), NearestInLiteral.of(unknown(19, "partner"), input("filter")));
        assertEquals(List.of(), NearestInLiteral.of(unknown(20, "partner"), input("filter")));
    }

    private static Value<?> unknown(int before, String last) {
        ObjectValue.Builder object = ObjectValue.newObjectValue();
        for (int number = 0; number < before; number++) {
            object.objectField(new ObjectField("zzzzzzzzzz" + number, IntValue.of(1)));
        }
        return object.objectField(new ObjectField(last, IntValue.of(1))).build();
    }

    private static GraphQLInputType input(String argument) {
        GraphQLSchema schema = UnExecutableSchemaGenerator.makeUnExecutableSchema(new SchemaParser().parse("""
                type Query { flows(filter: FlowFilter, kinds: [Kind!]): Int }
                input FlowFilter { partners: [ID!] }
                enum Kind { EXPORTS IMPORTS }
                """));
        return Objects.requireNonNull(
                        schema.getQueryType().getFieldDefinition("flows").getArgument(argument))
                .getType();
    }

    @Test
    void showsValuesAsTheyAre() {
        assertEquals("\"a\"", ShownValue.of("a"));
        assertEquals("[1, a, [], {}]", ShownValue.of(List.of(1, "a", List.of(), Map.of())));
        assertEquals("[null]", ShownValue.of(Collections.<@Nullable Object>singletonList(null)));
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("a", null);
        members.put("b", List.of(2));
        assertEquals("{a=null, b=[2]}", ShownValue.of(members));
    }

    @Test
    void showsTheFirstSixtyCharacters() {
        assertEquals("\"" + "x".repeat(59) + "…", ShownValue.of("x".repeat(70)));
        assertEquals("[" + "x".repeat(59) + "…", ShownValue.of(List.of("x".repeat(59), "y")));
        assertEquals("[" + "x".repeat(59) + "…", ShownValue.of(List.of("x".repeat(60), "y")));
        Map<String, String> members = new LinkedHashMap<>();
        members.put("a", "x".repeat(57));
        members.put("b", "y");
        // A brace, a name and an equals sign before the value make sixty.
        assertEquals("{a=" + "x".repeat(57) + "…", ShownValue.of(members));
    }

    /** A list that holds the same object again and again would take for ever to be written out. */
    @Test
    void writesNoMoreOfAValueThanIsShown() {
        List<Object> wide = new ArrayList<>(List.of("x"));
        for (int level = 0; level < 60; level++) {
            wide = List.of(wide, wide);
        }
        Object many = wide;
        for (int level = 0; level < 60; level++) {
            many = doubled(many);
        }

        assertEquals("[".repeat(60) + "…", ShownValue.of(wide));
        assertEquals("{a={a={a=", ShownValue.of(many).substring(0, 9));
    }

    private static Map<String, Object> doubled(Object value) {
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("a", value);
        both.put("b", value);
        return both;
    }

    @Test
    void putsALiteralIntoAMessageOfUsualLengthOnly() {
        IntValue one = IntValue.of(1);
        String shown = one.toString();
        String longest = " ".repeat(4_000 - shown.length()) + shown;

        assertEquals("nothing to quote", LiteralTexts.inGraphQL("nothing to quote", one));
        assertEquals(" ".repeat(4_000 - shown.length()) + "1", LiteralTexts.inGraphQL(longest, one));
        assertEquals(" " + longest, LiteralTexts.inGraphQL(" " + longest, one));
    }
}
