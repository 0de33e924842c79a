package io.lancang.gateway.access.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lancang.federation.Grants;
import io.lancang.gateway.access.ApiClient;
import io.lancang.gateway.access.Identity;
import io.lancang.gateway.limits.rate.Plan;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file of keys may be, and what becomes of one that is none. */
class FileKeysTest {
    private final Vertx vertx = Vertx.vertx();
    private final TestKeys file = new TestKeys();
    private final List<String> heard = new ArrayList<>();
    private final FileKeys keys = keys(file.file());

    private FileKeys keys(Path path) {
        return new FileKeys(
                vertx,
                path,
                Duration.ofHours(1),
                client -> new Verdict.Counts(client, new Identity(Grants.NONE, Map.of(), client.expiresAt(), client)),
                new KeyChanges() {
                    @Override
                    public void changed(Predicate<ApiClient> clients) {
                        heard.add("changed");
                    }

                    @Override
                    public void anonymous(@Nullable Plan plan) {
                        heard.add(plan == null ? "none" : plan.requestsPerMinute() + " a minute");
                    }
                });
    }

    @AfterEach
    void close() {
        file.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void readsKeysWithTheirPlans() {
        keys.start();

        ApiClient client = client(TestKeys.SMALL);
        assertEquals("port", client.name());
        assertEquals("small000", client.prefix());
        assertEquals(new Plan("small", 2, Plan.NO_LIMIT, Plan.NO_LIMIT, Plan.NO_LIMIT), client.plan());
        assertEquals(Long.MAX_VALUE, client.expiresAt());
        // 2020-01-31T00:00:00Z is 18,292 days after 1970: 50 years of 365, 12 leap days and 30.
        assertEquals(18_292L * 86_400_000, client(TestKeys.EXPIRED).expiresAt());
        assertInstanceOf(Verdict.Bad.class, verdict(TestKeys.UNKNOWN));
    }

    @Test
    void takesAnotherFileOverWhenTheFolderIsSwapped() throws Exception {
        keys.start();
        file.swap(TestKeys.withAnonymous(5));
        look();
        file.swap(TestKeys.without(TestKeys.SMALL));
        look();

        assertFalse(keys.hasMet(TestKeys.hash(TestKeys.SMALL)));
        assertTrue(keys.hasMet(TestKeys.hash(TestKeys.READER)));
        assertEquals(List.of("none", "changed", "5 a minute", "changed", "none", "changed"), heard);
        look();
        assertEquals(6, heard.size(), "nothing has changed");
    }

    @Test
    void goesOnWithTheKeysBeforeWhileTheFileIsBroken() throws Exception {
        keys.start();
        file.swap("{\"keys\": [{}]}");
        look();
        assertTrue(keys.hasMet(TestKeys.hash(TestKeys.READER)));

        file.swap(TestKeys.without(TestKeys.READER));
        look();
        assertFalse(keys.hasMet(TestKeys.hash(TestKeys.READER)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            nothing                                     | is no JSON object
            {"keys": 1}                                 | has "keys" that is not a list
            {"keys": [1]}                               | has keys[0] that is wrong: it is no object
            {"keys": [{}]}                              | has keys[0] that is wrong: "plan" is the name of no plan of the file
            {"plans": [{"name": ""}]}                   | has plans[0] that is wrong: "name" is not a text of the form
            {"plans": [{"name":"a"},{"name":"a"}]}      | has two plans with the name "a"
            {"plans": [{"name":"a","subscriptions":-1}]} | has plans[0] that is wrong: "subscriptions" is not null or a whole number
            {"plans": [{"name":"a","costPerMinute":"9"}]} | has plans[0] that is wrong: "costPerMinute" is not null or a whole number
            {"plans": [{"name":"a"}],"keys":[{"plan":"a","hash":"ABC"}]} | has keys[0] that is wrong: "hash" is not a text of the form
            """)
    void startsWithNoFileThatIsWrong(String text, String problem) {
        file.swap(text);

        var refused = assertThrows(ConfigurationException.class, keys::start);
        assertTrue(
                String.valueOf(refused.getMessage()).startsWith("The file of keys " + file.file() + " " + problem),
                refused.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            expiresAt | "tomorrow" | "expiresAt" is not null or a time such as
            scopes    | "a b"      | "scopes" is not a list
            roles     | ["a b"]    | "roles" has an item that is not a text of the form
            client    | "a\\nb"    | "client" is not a text of the form
            """)
    void namesWhatIsWrongWithAKey(String member, String value, String problem) {
        file.swap("""
                {"plans": [{"name": "a"}], "keys": [{"hash": "%s", "prefix": "p", "client": "c", "plan": "a", "%s": %s}]}
                """.formatted("0".repeat(64), member, value));

        var refused = assertThrows(ConfigurationException.class, keys::start);
        assertTrue(String.valueOf(refused.getMessage()).contains(problem), refused.getMessage());
    }

    @Test
    void startsWithoutNoFile() {
        var refused = assertThrows(
                ConfigurationException.class,
                () -> keys(Path.of("/nowhere/keys.json")).start());

        assertTrue(
                String.valueOf(refused.getMessage()).startsWith("The file of keys /nowhere/keys.json cannot be read"),
                refused.getMessage());
    }

    private void look() throws Exception {
        keys.look().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private ApiClient client(String key) {
        return assertInstanceOf(Verdict.Counts.class, verdict(key)).client();
    }

    private Verdict verdict(String key) {
        return keys.find(TestKeys.hash(key)).result();
    }
}
