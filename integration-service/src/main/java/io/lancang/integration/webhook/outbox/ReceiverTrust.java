package io.lancang.integration.webhook.outbox;

import io.lancang.integration.webhook.WebhookConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.TrustOptions;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Whose certificates are trusted: those of the authorities that Java comes with, or those of a TLS configuration of the operator's. */
@Singleton
class ReceiverTrust {
    private final @Nullable TrustOptions trusted;

    /** @throws ConfigurationException if there is no such TLS configuration, or it trusts nobody */
    ReceiverTrust(WebhookConfig config, TlsConfigurationRegistry registry) {
        this.trusted = config.tls().map(name -> trusted(name, registry)).orElse(null);
    }

    private static TrustOptions trusted(String name, TlsConfigurationRegistry registry) {
        TrustOptions found = registry.get(name)
                .map(TlsConfiguration::getTrustStoreOptions)
                .orElseThrow(() -> new ConfigurationException("lancang.integration.webhooks.tls is \"" + name
                        + "\", but there is no TLS configuration quarkus.tls." + name
                        + " with a trust-store. Give one, or leave the key out."));
        return found;
    }

    /** The options with what is trusted. */
    HttpClientOptions on(HttpClientOptions options) {
        if (trusted != null) {
            options.setTrustOptions(trusted);
        }
        return options;
    }
}
