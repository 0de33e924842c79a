package io.lancang.gateway.config.access;

import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The keys by which clients say who they are: {@code Authorization: Bearer lck_…} or {@code x-api-key: lck_…}. They come from a file or
 * from integration-service; without either no key is read. How it behaves is in docs/access.md.
 */
public interface KeysConfig {
    /** A JSON file with plans and the hashes of keys. */
    Optional<String> file();

    /** How often the file is looked at for changes. A key that is taken out counts no longer than this. */
    @WithDefault("1s")
    Duration reloadInterval();

    /** Where keys are asked for instead of the file. */
    KeyServiceConfig service();

    /**
     * Subgraphs that learn who the client of a key is, by {@code lancang-client}, {@code lancang-scopes} and {@code lancang-roles}, and
     * proved it by {@code lancang-gateway-token}. Name none that must not know the token. Others get what
     * {@code lancang.gateway.access.claim-headers} makes of {@code sub}, {@code scope} and {@code roles}.
     */
    @WithDefault("integration")
    Set<String> subgraphs();

    /** How many answers of the service about keys are remembered, good and bad ones each. */
    @WithDefault("10000")
    int maxRemembered();

    /** How long a bad key is refused without asking the service again. */
    @WithDefault("5s")
    Duration unknownTime();

    /** How many keys that nobody knows an address may send within 30 seconds; then it is refused with status 429. */
    @WithDefault("30")
    int maxUnknownPerAddress();
}
