package io.lancang.gateway.access.key;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file of keys as Kubernetes mounts a Secret: a link into a folder, which is swapped for another one. */
public final class TestKeys implements AutoCloseable {
    /** Everybody may see the margin who has its scope. */
    public static final String READER = key("reader00");

    /** Has no scope. */
    public static final String PLAIN = key("plain000");

    /** Two requests a minute. */
    public static final String SMALL = key("small000");

    /** A cost of one a minute. */
    public static final String CHEAP = key("cheap000");

    /** One request at the same time, and one subscription. */
    public static final String NARROW = key("narrow00");

    /** Has expired long ago. */
    public static final String EXPIRED = key("expired0");

    /** Nobody knows it. */
    public static final String UNKNOWN = key("unknown0");

    private final Path folder;
    private int version;

    public TestKeys() {
        try {
            folder = Files.createTempDirectory("keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        swap(all());
    }

    /** A key that is recognised by 8 letters or digits. */
    public static String key(String prefix) {
        return "lck_" + prefix + "_" + "0123456789".repeat(4) + "abc";
    }

    /** What is kept of a key. */
    public static String hash(String key) {
        return KeyForm.hash(key);
    }

    /** All keys with their plans. */
    public static JsonObject all() {
        return new JsonObject()
                .put(
                        "plans",
                        new JsonArray()
                                .add(plan("standard", 600, null, null, null))
                                .add(plan("small", 2, null, null, null))
                                .add(plan("cheap", null, 1, null, null))
                                .add(plan("narrow", null, null, 1, 1))
                                .add(plan("free", null, null, null, null)))
                .put(
                        "keys",
                        new JsonArray()
                                .add(entry(READER, "customs", "standard").put("scopes", List.of("trade:margin")))
                                .add(entry(PLAIN, "bank", "free").put("roles", List.of("client")))
                                .add(entry(SMALL, "port", "small"))
                                .add(entry(CHEAP, "office", "cheap"))
                                .add(entry(NARROW, "lab", "narrow"))
                                .add(entry(EXPIRED, "museum", "free").put("expiresAt", "2020-01-31T00:00:00Z")));
    }

    /** All keys, with these limits of clients that nobody knows. */
    public static JsonObject withAnonymous(@Nullable Integer requestsPerMinute) {
        JsonObject all = all();
        all.getJsonArray("plans").add(plan("anonymous", requestsPerMinute, null, null, null));
        return all;
    }

    /** All keys but this one. */
    public static JsonObject without(String key) {
        JsonObject all = all();
        return all.put(
                "keys",
                new JsonArray(all.getJsonArray("keys").stream()
                        .filter(entry -> !hash(key).equals(((JsonObject) entry).getString("hash")))
                        .toList()));
    }

    private static JsonObject plan(
            String name,
            @Nullable Integer requests,
            @Nullable Integer cost,
            @Nullable Integer concurrent,
            @Nullable Integer subscriptions) {
        return new JsonObject()
                .put("name", name)
                .put("requestsPerMinute", requests)
                .put("costPerMinute", cost)
                .put("concurrentRequests", concurrent)
                .put("subscriptions", subscriptions);
    }

    private static JsonObject entry(String key, String client, String plan) {
        return new JsonObject()
                .put("hash", hash(key))
                .put("prefix", key.substring(4, 12))
                .put("client", client)
                .put("plan", plan);
    }

    /** Where the file is. */
    public Path file() {
        return folder.resolve("keys.json");
    }

    /** Puts another file in its place. */
    public void swap(JsonObject keys) {
        swap(keys.encode());
    }

    /** Puts another text in its place. */
    public void swap(String text) {
        try {
            version++;
            Path next = Files.createDirectory(folder.resolve("..version" + version));
            Files.writeString(next.resolve("keys.json"), text, UTF_8);
            Path link = Files.createSymbolicLink(folder.resolve("..next"), next.getFileName());
            Files.move(
                    link,
                    folder.resolve("..data"),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            if (version == 1) {
                Files.createSymbolicLink(file(), Path.of("..data", "keys.json"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
