package io.lancang.federation.fieldset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lancang.federation.fieldset.InvalidFieldSetException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldSetParserTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "  id  organization{id}    | id organization { id }",
                "{ id }                    | id",
                "price(unit:\"USD\", at:1) | price(unit: \"USD\", at: 1)",
                "... on Port { code }      | ... on Port { code }",
            })
    void printsWhatItReadInOneNormalForm(String text, String printed) throws InvalidFieldSetException {
        assertEquals(printed, FieldSetParser.parse(text).toString());
    }

    @Test
    void takesAFragmentWithoutATypeForWhatStandsInIt() throws InvalidFieldSetException {
        assertEquals(FieldSetParser.parse("id name code"), FieldSetParser.parse("id ... { name ... { code } }"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                  | SYNTAX    | it is empty",
                "id {                | SYNTAX    | it cannot be parsed",
                "id } { name         | SYNTAX    | it is more than one selection set",
                "key: id             | SYNTAX    | it gives the alias \"key\"",
                "...Port             | SYNTAX    | it spreads the fragment \"Port\", which exists nowhere",
                "id @include(if: $x) | DIRECTIVE | it applies the directive @include",
                "... @defer { id }   | DIRECTIVE | it applies the directive @defer",
            })
    void saysWhyATextIsNoFieldSet(String text, Reason reason, String message) {
        InvalidFieldSetException invalid =
                assertThrows(InvalidFieldSetException.class, () -> FieldSetParser.parse(text));
        assertEquals(reason, invalid.reason());
        assertEquals(message, invalid.getMessage());
    }
}
