package io.lancang.gateway.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.lancang.gateway.json.BoundedNames;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON values as they are: numbers exactly, members in their order, null as null. */
public final class JsonValues {
    /** How far a number may be from the point, in digits; twice as far as a double reaches. */
    private static final int MAXIMUM_SCALE = 700;

    private JsonValues() {}

    /**
     * The members of an object.
     *
     * @param text JSON in UTF-8
     * @param maximumNames how many different names it may have, those of objects inside included
     */
    public static Map<String, @Nullable Object> parseObject(byte[] text, int maximumNames) throws RefusedException {
        try (JsonParser parser = RequestJson.FACTORY.createParser(RequestJson.checked(text))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new RefusedException(Refusal.noObject());
            }
            return object(parser, new BoundedNames(text.length, maximumNames));
        } catch (IOException e) {
            throw new RefusedException(Refusal.malformedJson("The object", String.valueOf(e.getMessage())));
        }
    }

    /** The object at whose start the parser is; afterwards it is at the object's end. */
    static Map<String, @Nullable Object> object(JsonParser parser, BoundedNames names)
            throws IOException, RefusedException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            names.add(name);
            parser.nextToken();
            int before = members.size();
            members.put(name, value(parser, names));
            if (members.size() == before) {
                throw new RefusedException(Refusal.sameMemberTwice(name));
            }
        }
        return members;
    }

    private static List<@Nullable Object> list(JsonParser parser, BoundedNames names)
            throws IOException, RefusedException {
        List<@Nullable Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser, names));
        }
        return elements;
    }

    private static Number fraction(JsonParser parser) throws IOException, RefusedException {
        BigDecimal number;
        try {
            number = parser.getDecimalValue();
        } catch (NumberFormatException | ArithmeticException e) {
            // An exponent that is itself larger than an Int.
            throw new RefusedException(Refusal.numberOutOfRange(parser.getText()));
        }
        // As a whole number it would have as many digits as its exponent says, a thousand million perhaps.
        if (Math.abs((long) number.scale()) > MAXIMUM_SCALE) {
            throw new RefusedException(Refusal.numberOutOfRange(parser.getText()));
        }
        // A decimal number has no zero below zero; a floating-point number has.
        return number.signum() == 0 && parser.getText().startsWith("-") ? Double.valueOf(-0.0) : number;
    }

    private static @Nullable Object value(JsonParser parser, BoundedNames names) throws IOException, RefusedException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, names);
            case START_ARRAY -> list(parser, names);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> fraction(parser);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("No JSON value begins with " + parser.currentToken());
        };
    }
}
