package io.lancang.kit.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.io.WireFeedInput;
import io.lancang.kit.catalog.Catalog;
import io.lancang.kit.catalog.CatalogDataset;
import io.lancang.kit.event.PublishedRelease;
import io.vertx.core.json.JsonObject;
import java.io.StringReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReleaseFeedTest {
    private static final OffsetDateTime FIRST = OffsetDateTime.of(2026, 11, 1, 8, 0, 0, 0, ZoneOffset.UTC);
    private static final Catalog CATALOG = new Catalog(
            "lancang-trade",
            "Trade",
            List.of(new CatalogDataset(
                    "customs", "Customs of China", "Figures.", List.of(), null, null, List.of(), null, List.of())));
    private static final FeedFormat.Addresses HERE = new FeedFormat.Addresses(
            "http://h/export/releases", "http://h/export/catalog.jsonld", "http://h/export/releases?before=2");

    @Test
    void areAtomThatReadersUnderstand() throws Exception {
        ReleaseFeed feed = ReleaseFeed.of(CATALOG, List.of(withdrawal(3, 2), file(2, 1_200, 30, 4)));

        Feed read = (Feed) new WireFeedInput().build(new StringReader(FeedFormat.ATOM.write(feed, HERE)));

        assertEquals("Trade: releases", read.getTitle());
        assertEquals("Trade: releases", read.getAuthors().getFirst().getName());
        assertEquals(Date.from(Instant.parse("2026-11-01T08:03:00Z")), read.getUpdated());
        assertEquals(
                List.of("self http://h/export/releases", "next http://h/export/releases?before=2"),
                read.getOtherLinks().stream().map(ReleaseFeedTest::shown).toList());
        Entry withdrawal = read.getEntries().get(0);
        assertEquals("Customs of China: release 3", withdrawal.getTitle());
        assertEquals(
                "Release 2 is withdrawn: 0 facts are new or have a new state, 30 are served no more.",
                withdrawal.getSummary().getValue());
        Entry file = read.getEntries().get(1);
        assertEquals(
                "2026.csv, 1,200 rows: 30 facts are new or have a new state, 4 are served no more.",
                file.getSummary().getValue());
        assertEquals(Date.from(Instant.parse("2026-11-01T08:02:00Z")), file.getUpdated());
        assertEquals(
                "alternate http://h/export/catalog.jsonld#customs",
                shown(file.getAlternateLinks().getFirst()));
        assertNotEquals(withdrawal.getId(), file.getId());
    }

    @Test
    void areJsonFeedWithTheSameEntries() {
        JsonObject read =
                new JsonObject(FeedFormat.JSON.write(ReleaseFeed.of(CATALOG, List.of(file(2, 1_200, 30, 4))), HERE));

        assertEquals("https://jsonfeed.org/version/1.1", read.getString("version"));
        assertEquals("Trade: releases", read.getString("title"));
        assertEquals("http://h/export/releases?before=2", read.getString("next_url"));
        JsonObject item = read.getJsonArray("items").getJsonObject(0);
        assertEquals("Customs of China: release 2", item.getString("title"));
        assertEquals("http://h/export/catalog.jsonld#customs", item.getString("url"));
        assertEquals("2026-11-01T08:02:00Z", item.getString("date_published"));
        assertEquals(
                ReleaseFeed.of(CATALOG, List.of(file(2, 1_200, 30, 4)))
                        .entries()
                        .getFirst()
                        .id(),
                item.getString("id"));
    }

    @Test
    void haveFiftyEntriesOfAPageAndSayWhereTheNextBegins() {
        ReleaseFeed full = ReleaseFeed.of(CATALOG, latestFirst(51));

        assertEquals(50, full.entries().size());
        // Releases 51 to 2 are shown; the next page has what is before 2.
        assertEquals(2, full.next());
        assertNull(ReleaseFeed.of(CATALOG, latestFirst(50)).next());
    }

    @Test
    void areAsOldAsTimeWhereNothingWasPublished() {
        assertEquals(Instant.EPOCH, ReleaseFeed.of(CATALOG, List.of()).updated());
    }

    private static String shown(Link link) {
        return link.getRel() + " " + link.getHref();
    }

    private static List<PublishedRelease> latestFirst(long count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(number -> file(number, 1, 1, 0))
                .sorted(Comparator.comparingLong(PublishedRelease::id).reversed())
                .toList();
    }

    private static PublishedRelease file(long number, long rows, long added, long closed) {
        return release(number, rows, added, closed, null);
    }

    private static PublishedRelease withdrawal(long number, long withdraws) {
        return release(number, 0, 0, 30, withdraws);
    }

    private static PublishedRelease release(long number, long rows, long added, long closed, @Nullable Long withdraws) {
        return new PublishedRelease(
                number, "customs", "2026.csv", "", rows, added, closed, FIRST.plusMinutes(number), withdraws);
    }
}
