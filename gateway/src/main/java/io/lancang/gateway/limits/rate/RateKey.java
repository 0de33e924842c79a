package io.lancang.gateway.limits.rate;

/**
 * Whose buckets. Another plan has buckets of its own, which begin full.
 *
 * @param owner the client or the address, in a form in which no client is taken for an address
 */
record RateKey(String owner, Plan plan) {
    static RateKey ofClient(String name, Plan plan) {
        return new RateKey("client:" + name, plan);
    }

    static RateKey ofAddress(String address, Plan plan) {
        return new RateKey("address:" + address, plan);
    }
}
