package io.lancang.explorer.assembly.docs;

import java.util.Locale;

/** Where a file of the repository is among the pages: {@code docs/caching.md} at {@code docs/caching.html}, for instance. */
final class Address {
    private static final String FOLDER = "docs/";

    private Address() {}

    /** @param source path in the repository, of Markdown */
    static String ofPage(String source) {
        if (source.equals(Documentation.INDEX)) {
            return FOLDER + "index.html";
        }
        String withoutEnding = source.substring(0, source.length() - ".md".length());
        return FOLDER + belowFolder(withoutEnding).toLowerCase(Locale.ROOT) + ".html";
    }

    /** @param source path in the repository, of a picture */
    static String ofPicture(String source) {
        return FOLDER + belowFolder(source);
    }

    /** From one page to another, or to a picture, as a relative address that begins with a dot. */
    static String between(String from, String to) {
        int depth = (int) from.chars().filter(character -> character == '/').count();
        return depth == 0 ? "./" + to : "../".repeat(depth) + to;
    }

    private static String belowFolder(String source) {
        return source.startsWith(Documentation.FOLDER) ? source.substring(Documentation.FOLDER.length()) : source;
    }
}
