package io.lancang.gateway.access;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** An issuer whose tokens the gateway takes, whatever graph it stands in front of. */
public final class TrustedIssuer implements QuarkusTestResourceLifecycleManager {
    private final TestIssuer issuer = new TestIssuer();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "lancang.gateway.access.issuers.main.issuer", issuer.issuer(),
                "lancang.gateway.access.issuers.main.audiences", "lancang",
                "lancang.gateway.access.key-timeout", "30s");
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
    }
}
