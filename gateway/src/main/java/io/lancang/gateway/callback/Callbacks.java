package io.lancang.gateway.callback;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.lancang.gateway.config.GatewayConfig;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The subscriptions that wait for callbacks, each with a secret that its subgraph alone was told. Thread-safe. */
@Singleton
public class Callbacks {
    private static final int ID_BYTES = 16;
    private static final int VERIFIER_BYTES = 32;

    private final @Nullable URI url;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Open> open = new ConcurrentHashMap<>();

    private record Open(byte[] verifier, CallbackReceiver receiver) {}

    /** Where the events of one subscription are to be sent, and with what. */
    public record Address(String url, String id, String verifier) {}

    @Inject
    Callbacks(GatewayConfig config) {
        this(config.callbacks().url().orElse(null));
    }

    /** @param url under which subgraphs reach the gateway's callbacks; null if they do not */
    public Callbacks(@Nullable URI url) {
        this.url = url;
    }

    /** Whether there are any. */
    public boolean areOn() {
        return url != null;
    }

    /** Lets a subscription receive, until {@link #close}. Only where there are callbacks. */
    public Address open(CallbackReceiver receiver) {
        String id = token(ID_BYTES);
        String verifier = token(VERIFIER_BYTES);
        open.put(id, new Open(verifier.getBytes(US_ASCII), receiver));
        String base = String.valueOf(url);
        return new Address(base + (base.endsWith("/") ? "" : "/") + id, id, verifier);
    }

    private String token(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A subscription receives no more. */
    public void close(String id) {
        open.remove(id);
    }

    /** Whether a subscription receives. */
    boolean isOpen(String id) {
        return open.containsKey(id);
    }

    /** Who receives a message; null if the subscription has ended. */
    @Nullable
    CallbackReceiver receiver(String id) {
        Open found = open.get(id);
        return found == null ? null : found.receiver();
    }

    /** Whether whoever sends a message knows the secret of its subscription. Takes the same time wherever the first difference is. */
    boolean isAuthentic(CallbackMessage message) {
        Open found = open.get(message.id());
        return found != null
                && MessageDigest.isEqual(found.verifier(), message.verifier().getBytes(UTF_8));
    }
}
