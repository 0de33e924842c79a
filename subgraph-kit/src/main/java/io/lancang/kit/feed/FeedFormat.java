package io.lancang.kit.feed;

import com.rometools.rome.feed.atom.Content;
import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.atom.Person;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import io.lancang.kit.openapi.Schema;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The forms of a feed. */
enum FeedFormat {
    /** Atom 1.0 (RFC 4287), with the link to the next page of RFC 5005. */
    ATOM("releases.atom", "application/atom+xml", "getReleasesAtom", "Releases as a feed (Atom)") {
        @Override
        String write(ReleaseFeed feed, Addresses addresses) {
            Feed atom = new Feed("atom_1.0");
            atom.setId(feed.id());
            atom.setTitle(feed.title());
            atom.setUpdated(Date.from(feed.updated()));
            atom.setAuthors(List.of(person(feed.title())));
            List<Link> others = new ArrayList<>(List.of(link("self", addresses.own())));
            if (addresses.next() != null) {
                others.add(link("next", addresses.next()));
            }
            atom.setOtherLinks(others);
            atom.setEntries(
                    feed.entries().stream().map(one -> entry(one, addresses)).toList());
            try {
                return new WireFeedOutput().outputString(atom);
            } catch (FeedException e) {
                throw new IllegalStateException("a feed of releases cannot be written", e);
            }
        }

        private static Entry entry(ReleaseFeed.Entry one, Addresses addresses) {
            Entry entry = new Entry();
            entry.setId(one.id());
            entry.setTitle(one.title());
            entry.setPublished(Date.from(one.published()));
            entry.setUpdated(Date.from(one.published()));
            entry.setAlternateLinks(List.of(link("alternate", addresses.catalog() + one.fragment())));
            Content summary = new Content();
            summary.setType(Content.TEXT);
            summary.setValue(one.summary());
            entry.setSummary(summary);
            return entry;
        }

        private static Person person(String name) {
            Person person = new Person();
            person.setName(name);
            return person;
        }

        private static Link link(String relation, String address) {
            Link link = new Link();
            link.setRel(relation);
            link.setHref(address);
            return link;
        }
    },

    /** JSON Feed 1.1. */
    JSON("releases.json", "application/feed+json", "getReleasesJson", "Releases as a feed (JSON Feed 1.1)") {
        @Override
        String write(ReleaseFeed feed, Addresses addresses) {
            JsonObject json = new JsonObject()
                    .put("version", "https://jsonfeed.org/version/1.1")
                    .put("title", feed.title())
                    .put("home_page_url", addresses.catalog())
                    .put("feed_url", addresses.own())
                    .put("language", "en");
            if (addresses.next() != null) {
                json.put("next_url", addresses.next());
            }
            JsonArray items = new JsonArray();
            for (ReleaseFeed.Entry one : feed.entries()) {
                items.add(new JsonObject()
                        .put("id", one.id())
                        .put("url", addresses.catalog() + one.fragment())
                        .put("title", one.title())
                        .put("content_text", one.summary())
                        .put("date_published", one.published().toString()));
            }
            return json.put("items", items).encode();
        }
    };

    private final String file;
    private final String contentType;
    private final String operationId;
    private final String title;

    FeedFormat(String file, String contentType, String operationId, String title) {
        this.file = file;
        this.contentType = contentType;
        this.operationId = operationId;
        this.title = title;
    }

    /**
     * Addresses as the client has them.
     *
     * @param own of this page
     * @param catalog of the catalogue, which says what each dataset is and which files it has
     * @param next of the next page; null on the last one
     */
    record Addresses(String own, String catalog, @Nullable String next) {}

    String file() {
        return file;
    }

    String contentType() {
        return contentType;
    }

    /** The name of the request for it. */
    String operationId() {
        return operationId;
    }

    /** What it is, in words. */
    String title() {
        return title;
    }

    /** What it is made of, as JSON Schema. */
    JsonObject schema() {
        return this == JSON ? Schema.object() : Schema.text();
    }

    abstract String write(ReleaseFeed feed, Addresses addresses);
}
