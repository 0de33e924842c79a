package io.lancang.gateway.operation;

import io.lancang.gateway.access.ApiClient;
import io.lancang.gateway.access.Identity;
import io.lancang.gateway.access.identify.ApiKeys;
import io.lancang.gateway.limits.rate.Rates;
import io.lancang.gateway.limits.rate.Spending;
import org.jspecify.annotations.Nullable;

/** Which limits a client has: those of its key's plan, or, where nobody knows it, those of its address. Who has a token has none. */
record ClientBounds(Rates rates, ApiKeys keys) {
    /**
     * For one operation; null if it has no limits.
     *
     * @param address of the client
     */
    @Nullable
    Spending of(String address, Identity identity) {
        ApiClient client = identity.client();
        if (client != null) {
            return rates.ofClient(client.name(), client.plan(), keys.consumption(client));
        }
        return identity.isAnonymous() ? rates.ofAddress(address) : null;
    }
}
