package io.lancang.kit.feed;

import io.lancang.kit.catalog.Catalog;
import io.lancang.kit.catalog.CatalogDataset;
import io.lancang.kit.event.PublishedRelease;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page of the releases of a service, latest first.
 *
 * @param id of the feed, the same on every page
 * @param next the release that the next page begins behind; null on the last one
 */
record ReleaseFeed(
        String id,
        String title,
        List<Entry> entries,
        @Nullable Long next) {
    /** How many releases a page has. */
    static final int PAGE = 50;

    /**
     * A release in words.
     *
     * @param id the same wherever the service is reached
     * @param fragment what follows the address of the catalogue to find the dataset there
     */
    record Entry(String id, String title, String summary, Instant published, String fragment) {}

    /** @param releases those of a page and one more, if there is one, latest first */
    static ReleaseFeed of(Catalog catalog, List<PublishedRelease> releases) {
        Map<String, CatalogDataset> datasets =
                catalog.datasets().stream().collect(Collectors.toMap(CatalogDataset::id, Function.identity()));
        List<PublishedRelease> page = releases.subList(0, Math.min(PAGE, releases.size()));
        return new ReleaseFeed(
                urn(catalog.name()),
                catalog.title() + ": releases",
                page.stream()
                        .map(release -> entry(catalog, datasets.get(release.dataset()), release))
                        .toList(),
                releases.size() > PAGE ? page.getLast().id() : null);
    }

    /** When the last release of the page was published; the beginning of time if there is none. */
    Instant updated() {
        return entries.isEmpty() ? Instant.EPOCH : entries.getFirst().published();
    }

    private static Entry entry(Catalog catalog, @Nullable CatalogDataset dataset, PublishedRelease release) {
        String title = dataset == null ? release.dataset() : dataset.title();
        return new Entry(
                urn(catalog.name() + "/" + release.id() + "/"
                        + release.publishedAt().toInstant()),
                title + ": release " + release.id(),
                summary(release),
                release.publishedAt().toInstant(),
                "#" + release.dataset());
    }

    private static String summary(PublishedRelease release) {
        String changes = String.format(
                Locale.ROOT,
                "%,d facts are new or have a new state, %,d are served no more.",
                release.added(),
                release.closed());
        return release.withdraws() == null
                ? String.format(Locale.ROOT, "%s, %,d rows: ", release.fileName(), release.rows()) + changes
                : "Release " + release.withdraws() + " is withdrawn: " + changes;
    }

    private static String urn(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("lancang/" + name).getBytes(StandardCharsets.UTF_8));
    }
}
