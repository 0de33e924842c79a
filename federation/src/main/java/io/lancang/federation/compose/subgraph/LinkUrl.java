package io.lancang.federation.compose.subgraph;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of a specification, such as {@code https://specs.apollo.dev/federation/v2.3}.
 *
 * @param text the URL as written
 * @param identity the URL without its version
 * @param name the specification's name, the last part of its identity
 * @param major the major version
 * @param minor the minor version
 */
record LinkUrl(String text, String identity, String name, int major, int minor) {

    private static final Pattern SHAPE = Pattern.compile(
            "(?<identity>[A-Za-z][A-Za-z0-9+.-]*://.*?/?(?<name>[^/]+))/v(?<major>\\d{1,9})\\.(?<minor>\\d{1,9})/?");

    /** Reads a URL; empty where it is none, or has no version at its end. */
    static Optional<LinkUrl> parse(String text) {
        Matcher url = SHAPE.matcher(text);
        return url.matches()
                ? Optional.of(new LinkUrl(
                        text,
                        url.group("identity"),
                        url.group("name"),
                        Integer.parseInt(url.group("major")),
                        Integer.parseInt(url.group("minor"))))
                : Optional.empty();
    }

    String version() {
        return major + "." + minor;
    }
}
