package io.lancang.standalone.siege.wire;

/** Just enough JSON to write a request. */
public final class Json {
    private Json() {}

    /** A GraphQL request for a document. */
    public static String request(String document) {
        return "{\"query\":" + text(document) + "}";
    }

    /** A GraphQL request for a document with variables, which are JSON already or whatever stands in its place. */
    public static String request(String document, String variables) {
        return "{\"query\":" + text(document) + ",\"variables\":" + variables + "}";
    }

    /** A string in quotes. */
    public static String text(String value) {
        StringBuilder text = new StringBuilder(value.length() + 16).append('"');
        for (int index = 0; index < value.length(); index++) {
            char character = value.charAt(index);
            switch (character) {
                case '"', '\\' -> text.append('\\').append(character);
                case '\n' -> text.append("\\n");
                default -> text.append(character);
            }
        }
        return text.append('"').toString();
    }
}
