package io.lancang.gateway.access;

import io.lancang.gateway.access.key.TestKeys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** An issuer and keys that the gateway takes, whatever graph it stands in front of. */
public final class TrustedIssuer implements QuarkusTestResourceLifecycleManager {
    private final TestIssuer issuer = new TestIssuer();
    private final TestKeys keys = new TestKeys();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "lancang.gateway.access.issuers.main.issuer", issuer.issuer(),
                "lancang.gateway.access.issuers.main.audiences", "lancang",
                "lancang.gateway.access.key-timeout", "30s",
                "lancang.gateway.keys.file", keys.file().toString(),
                "lancang.gateway.keys.reload-interval", "100ms");
    }

    /** The keys that the gateway takes. */
    TestKeys keys() {
        return keys;
    }

    TestIssuer issuer() {
        return issuer;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(TrustedIssuer.class));
    }

    @Override
    public void stop() {
        issuer.close();
        keys.close();
    }
}
