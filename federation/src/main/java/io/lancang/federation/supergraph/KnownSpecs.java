package io.lancang.federation.supergraph;

import graphql.language.Document;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The specifications that this engine carries out. A supergraph says of a link what it is for: who does not know a feature for
 * {@code SECURITY} would show what must be hidden, and who does not know one for {@code EXECUTION} would answer wrongly. Such a
 * supergraph is refused. Links without a purpose may be ignored by the link specification.
 */
final class KnownSpecs {
    private static final Pattern VERSIONED =
            Pattern.compile("https://specs\\.apollo\\.dev/([A-Za-z][A-Za-z0-9_]*)/v(\\d{1,4})\\.(\\d{1,4})/?");
    /** The latest minor version of each, all of major version 0 unless the name says another. */
    private static final Map<String, Integer> LATEST = Map.ofEntries(
            Map.entry("core/v0", 2),
            Map.entry("link/v1", 0),
            Map.entry("join/v0", 5),
            Map.entry("tag/v0", 3),
            Map.entry("inaccessible/v0", 2),
            Map.entry("authenticated/v0", 1),
            Map.entry("requiresScopes/v0", 1),
            Map.entry("policy/v0", 1),
            Map.entry("context/v0", 1),
            Map.entry("cost/v0", 1),
            Map.entry("cacheTag/v0", 1));

    private KnownSpecs() {}

    /**
     * Refuses what must not be ignored and is not known.
     *
     * @throws SupergraphException naming the feature
     */
    static void check(Document document) {
        LinkedSpecs.linking(document).forEach(KnownSpecs::check);
    }

    private static void check(DirectiveArguments link) {
        String purpose = link.text("for");
        String url = LinkedSpecs.url(link);
        if (purpose != null && !isKnown(url)) {
            throw link.problem("the supergraph asks for the feature " + url + " for " + purpose
                    + ", which this engine does not know and must not ignore: compose without it, or use a later"
                    + " version of the engine");
        }
    }

    private static boolean isKnown(@Nullable String url) {
        Matcher parts = VERSIONED.matcher(url == null ? "" : url);
        if (!parts.matches()) {
            return false;
        }
        Integer latest = LATEST.get(parts.group(1) + "/v" + parts.group(2));
        return latest != null && Integer.parseInt(parts.group(3)) <= latest;
    }
}
