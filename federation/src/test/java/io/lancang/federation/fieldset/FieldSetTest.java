package io.lancang.federation.fieldset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldSetTest {
    private static final Predicate<String> PORTS = "Port"::equals;

    @ParameterizedTest
    @CsvSource({"id, true", "code, true", "depth, true", "name, false", "gauge, false", "Port, false"})
    void containsItsFieldsAndThoseInFragmentsOfTheTypes(String field, boolean contained)
            throws InvalidFieldSetException {
        FieldSet set = set("id ... on Port { code berth { name } ... on Port { depth } } ... on Station { gauge }");

        assertEquals(contained, set.contains(field, PORTS));
    }

    @Test
    void containsNothingOfAFragmentOfAnotherType() throws InvalidFieldSetException {
        assertFalse(set("... on Port { code }").contains("code", "Station"::equals));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id                          | id                       | true",
                "id name                     | id                       | true",
                "id                          | id name                  | false",
                "port { id name }            | port { id }              | true",
                "port { id }                 | port { id name }         | false",
                "port { id }                 | port                     | true",
                "port                        | port { id }              | false",
                "id { id } port { name }     | port { id }              | false",
                "... on Port { id }          | id                       | true",
                "... on Station { id }       | id                       | false",
                "port { ... on Port { id } } | port { id }              | true",
                // A fragment of the other set may be about any type.
                "id ... on Port { id }       | ... on Port { id }       | false",
                // The value of the argument may differ, so that the field is another one.
                "price(unit: USD)            | price(unit: USD)         | false",
            })
    void containsAllWhereEachFieldOfTheOtherSetIsSelectedWithWhatIsBelowIt(String all, String other, boolean contained)
            throws InvalidFieldSetException {
        assertEquals(contained, set(all).containsAll(set(other), PORTS));
    }

    @Test
    void containsAllOfTheEmptySet() throws InvalidFieldSetException {
        assertTrue(FieldSet.EMPTY.containsAll(FieldSet.EMPTY, PORTS));
        assertTrue(set("id").containsAll(FieldSet.EMPTY, PORTS));
        assertFalse(FieldSet.EMPTY.containsAll(set("id"), PORTS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "port { id } port { name } city { code } | id name",
                "... on Port { port { id } }             | id",
                "... on Station { port { id } }          | ''",
                "port                                    | ''",
                "city { port { id } }                    | ''",
            })
    void findsWhatIsBelowAFieldInTheOrderOfTheText(String text, String below) throws InvalidFieldSetException {
        assertEquals(below, set(text).below("port", PORTS).toString());
    }

    @Test
    void findsNothingBelowAFieldOfTheEmptySet() {
        assertEquals(FieldSet.EMPTY, FieldSet.EMPTY.below("port", PORTS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id ... on Port { code } ... on Station { gauge } name   | id code name",
                "... on Port { ... on Port { code } ... on Ship { age } } | code",
                "... on Station { ... on Port { code } }                  | ''",
                "... on Port { berth { ... on Port { code } } }           | berth { ... on Port { code } }",
            })
    void keepsOnATypeTheFieldsAndWhatIsInTheFragmentsOfThatType(String text, String onPort)
            throws InvalidFieldSetException {
        assertEquals(onPort, set(text).on("Port").toString());
    }

    @Test
    void joinsTwoSetsInTheirOrder() throws InvalidFieldSetException {
        assertEquals("name id", set("name").and(set("id")).toString());
        assertEquals(set("id"), set("id").and(FieldSet.EMPTY));
        assertEquals(set("id"), FieldSet.EMPTY.and(set("id")));
    }

    private static FieldSet set(String text) throws InvalidFieldSetException {
        return FieldSetParser.parse(text);
    }
}
