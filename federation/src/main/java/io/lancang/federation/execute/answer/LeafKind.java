package io.lancang.federation.execute.answer;

import io.lancang.federation.json.ByteSink;
import io.lancang.federation.json.KeyTable;
import java.util.Collection;

/** How the JSON of a leaf is answered. Only built-in scalars and enums are looked at; others are copied untouched. */
sealed interface LeafKind {
    /** Writes a valid JSON value, which is not null, as the answer shows it; nothing, and false, if it is none of this kind. */
    boolean write(byte[] json, int from, int to, ByteSink sink);

    /** How it is called in an error. */
    String description();

    /** The scalars of GraphQL itself, and all others as {@link #CUSTOM}. */
    // One method for all: with a class for each, nothing could be inlined into what is done for every leaf.
    enum Scalar implements LeafKind {
        /** A whole number within 32 bits; a fraction of zero and an exponent, as in 1.0 and 2e3, are left out. */
        INT("Int"),
        FLOAT("Float"),
        STRING("String"),
        BOOLEAN("Boolean"),
        /** A string, or a number, which the answer then shows as a string. */
        ID("ID"),
        CUSTOM("any scalar");

        private static final int DIGITS_OF_INT = 10;

        private final String description;

        Scalar(String description) {
            this.description = description;
        }

        static Scalar named(String name) {
            return switch (name) {
                case "Int" -> INT;
                case "Float" -> FLOAT;
                case "String" -> STRING;
                case "Boolean" -> BOOLEAN;
                case "ID" -> ID;
                default -> CUSTOM;
            };
        }

        @Override
        public boolean write(byte[] json, int from, int to, ByteSink sink) {
            byte first = json[from];
            return switch (this) {
                case STRING -> copyIf(first == '"', json, from, to, sink);
                case ID -> copyIf(first == '"', json, from, to, sink) || writeQuoted(json, from, to, sink);
                case INT ->
                    copyIf(isInt(json, from, to), json, from, to, sink)
                            || (isNumber(first) && WholeNumbers.writeInt(json, from, to, sink));
                case FLOAT -> copyIf(isNumber(first), json, from, to, sink);
                case BOOLEAN -> copyIf(first == 't' || first == 'f', json, from, to, sink);
                case CUSTOM -> copyIf(true, json, from, to, sink);
            };
        }

        @Override
        public String description() {
            return description;
        }

        private static boolean writeQuoted(byte[] json, int from, int to, ByteSink sink) {
            if (!isNumber(json[from])) {
                return false;
            }
            sink.write('"');
            sink.write(json, from, to - from);
            sink.write('"');
            return true;
        }

        private static boolean isNumber(byte first) {
            return first == '-' || (first >= '0' && first <= '9');
        }

        private static boolean isInt(byte[] json, int from, int to) {
            boolean negative = json[from] == '-';
            int start = negative ? from + 1 : from;
            if (to - start > DIGITS_OF_INT) {
                return false;
            }
            long magnitude = 0;
            for (int index = start; index < to; index++) {
                if (json[index] < '0' || json[index] > '9') {
                    return false;
                }
                magnitude = magnitude * 10 + (json[index] - '0');
            }
            return magnitude <= Integer.MAX_VALUE || (negative && magnitude == 1L + Integer.MAX_VALUE);
        }
    }

    /** One of the values that the API schema shows. */
    record Enumeration(String name, KeyTable values) implements LeafKind {
        Enumeration(String name, Collection<String> values) {
            this(name, new KeyTable(values));
        }

        @Override
        public boolean write(byte[] json, int from, int to, ByteSink sink) {
            boolean known = json[from] == '"' && values.find(json, from + 1, to - 1, 0) != KeyTable.MISSING;
            return copyIf(known, json, from, to, sink);
        }

        @Override
        public String description() {
            return name;
        }
    }

    private static boolean copyIf(boolean fits, byte[] json, int from, int to, ByteSink sink) {
        if (fits) {
            sink.write(json, from, to - from);
        }
        return fits;
    }
}
