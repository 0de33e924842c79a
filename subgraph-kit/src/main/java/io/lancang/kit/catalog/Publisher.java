package io.lancang.kit.catalog;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who publishes the data of a service.
 *
 * @param name not blank
 * @param url their address on the Web; null if it is not known
 * @param contact an address of e-mail or on the Web; null if it is not known
 */
record Publisher(
        String name, @Nullable String url, @Nullable String contact) {
    private static final String KEYS = "lancang.catalogue.publisher.";
    private static final Pattern ON_THE_WEB = Pattern.compile("https?://[^\\s/<>\"{}|\\\\^`]+[^\\s<>\"{}|\\\\^`]*");
    private static final Pattern E_MAIL = Pattern.compile("[^\\s@<>\"]+@[^\\s@<>\"]+");

    /**
     * The one that is configured; empty if none is.
     *
     * @throws IllegalStateException for what cannot be written as an address, and for addresses without a name
     */
    static Optional<Publisher> of(PublisherConfig config) {
        String url = config.url().orElse(null);
        String contact = config.contact().orElse(null);
        String name = config.name().filter(given -> !given.isBlank()).orElse(null);
        if (name == null) {
            if (url != null || contact != null) {
                throw new IllegalStateException("`" + KEYS + "url` or `" + KEYS + "contact` is set without `" + KEYS
                        + "name`: a publisher has a name. Set that, too, or none of them.");
            }
            return Optional.empty();
        }
        if (url != null && !ON_THE_WEB.matcher(url).matches()) {
            throw unreadable("url", url, "an address on the Web, such as https://statistics.example");
        }
        if (contact != null && !isEMail(contact) && !ON_THE_WEB.matcher(contact).matches()) {
            throw unreadable("contact", contact, "an address of e-mail or on the Web, such as data@statistics.example");
        }
        return Optional.of(new Publisher(name, url, contact));
    }

    private static IllegalStateException unreadable(String key, String value, String rule) {
        return new IllegalStateException("`" + KEYS + key + "` is '" + value + "'. It is " + rule + ".");
    }

    private static boolean isEMail(String contact) {
        return E_MAIL.matcher(contact).matches();
    }

    /** As the agent of DCAT-AP. */
    JsonObject asAgent() {
        JsonObject agent = new JsonObject();
        if (url != null) {
            agent.put("@id", url);
        }
        agent.put("@type", "foaf:Agent").put("foaf:name", name);
        return url == null ? agent : agent.put("foaf:homepage", document(url));
    }

    private static JsonObject document(String address) {
        return new JsonObject().put("@id", address).put("@type", "foaf:Document");
    }

    /** As the contact point of DCAT-AP; null if no address is known. */
    @Nullable
    JsonObject asContactPoint() {
        if (contact == null) {
            return null;
        }
        JsonObject point = new JsonObject().put("@type", "vcard:Organization").put("vcard:fn", name);
        return isEMail(contact)
                ? point.put("vcard:hasEmail", new JsonObject().put("@id", "mailto:" + contact))
                : point.put("vcard:hasURL", new JsonObject().put("@id", contact));
    }

    /** As the contributors of Frictionless. */
    JsonArray asContributors() {
        JsonObject contributor = new JsonObject().put("title", name);
        if (url != null) {
            contributor.put("path", url);
        }
        if (contact != null && isEMail(contact)) {
            contributor.put("email", contact);
        }
        return new JsonArray().add(contributor.put("roles", new JsonArray().add("publisher")));
    }
}
