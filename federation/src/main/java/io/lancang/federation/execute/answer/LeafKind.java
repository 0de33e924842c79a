package io.lancang.federation.execute.answer;

import io.lancang.federation.execute.json.KeyTable;
import java.util.Collection;

/** What the JSON of a leaf must look like. Only built-in scalars and enums are looked at; others are copied untouched. */
sealed interface LeafKind {
    /** Whether the bytes of a valid JSON value, which is not null, are a value of this kind. */
    boolean accepts(byte[] json, int from, int to);

    /** How it is called in an error. */
    String description();

    /** The scalars of GraphQL itself, and all others as {@link #CUSTOM}. */
    enum Scalar implements LeafKind {
        INT("Int") {
            @Override
            public boolean accepts(byte[] json, int from, int to) {
                return isInt(json, from, to);
            }
        },
        FLOAT("Float") {
            @Override
            public boolean accepts(byte[] json, int from, int to) {
                return isNumber(json[from]);
            }
        },
        STRING("String") {
            @Override
            public boolean accepts(byte[] json, int from, int to) {
                return json[from] == '"';
            }
        },
        BOOLEAN("Boolean") {
            @Override
            public boolean accepts(byte[] json, int from, int to) {
                return json[from] == 't' || json[from] == 'f';
            }
        },
        /** A string, or a number, which the answer then shows as a string. */
        ID("ID") {
            @Override
            public boolean accepts(byte[] json, int from, int to) {
                return json[from] == '"' || isNumber(json[from]);
            }
        },
        CUSTOM("any scalar") {
            @Override
            public boolean accepts(byte[] json, int from, int to) {
                return true;
            }
        };

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
        public String description() {
            return description;
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
        public boolean accepts(byte[] json, int from, int to) {
            return json[from] == '"' && values.find(json, from + 1, to - 1, 0) != KeyTable.MISSING;
        }

        @Override
        public String description() {
            return name;
        }
    }
}
