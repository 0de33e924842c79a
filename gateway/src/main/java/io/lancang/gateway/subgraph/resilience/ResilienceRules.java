package io.lancang.gateway.subgraph.resilience;

import io.lancang.gateway.config.traffic.BreakerConfig;
import io.lancang.gateway.config.traffic.BulkheadConfig;
import io.lancang.gateway.config.traffic.EjectionConfig;
import io.lancang.gateway.config.traffic.HedgeConfig;
import io.lancang.gateway.config.traffic.ResilienceConfig;
import io.lancang.gateway.config.traffic.RetryConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.time.Duration;

/** Refuses values that cannot be meant, before the first request. */
final class ResilienceRules {
    private static final int LOWEST_STATUS = 400;
    private static final int HIGHEST_STATUS = 599;

    private final String subgraph;

    private ResilienceRules(String subgraph) {
        this.subgraph = subgraph;
    }

    /** @throws ConfigurationException that names the key, its value and the rule */
    static void check(String subgraph, ResilienceConfig config) {
        ResilienceRules rules = new ResilienceRules(subgraph);
        config.connectTimeout().ifPresent(time -> rules.positive("connect-timeout", time));
        config.firstByteTimeout().ifPresent(time -> rules.positive("first-byte-timeout", time));
        rules.retry(config.retry());
        rules.breaker(config.breaker());
        rules.hedge(config.hedge());
        rules.bulkhead(config.bulkhead());
        rules.ejection(config.ejection());
    }

    private void retry(RetryConfig retry) {
        rule(retry.maxAttempts() >= 1, "retry.max-attempts", retry.maxAttempts(), "at least 1");
        positive("retry.first-delay", retry.firstDelay());
        positive("retry.max-delay", retry.maxDelay());
        rule(!retry.bridge().isNegative(), "retry.bridge", retry.bridge(), "no less than zero");
        rule(isBetween(retry.budget(), 0, 100), "retry.budget", retry.budget(), "from 0 to 100");
        for (int status : retry.statuses()) {
            rule(
                    status >= LOWEST_STATUS && status <= HIGHEST_STATUS,
                    "retry.statuses",
                    status,
                    "a status of failure, 400 to 599");
        }
    }

    private void breaker(BreakerConfig breaker) {
        double share = breaker.failureShare();
        rule(share > 0 && share <= 1, "breaker.failure-share", share, "above 0 and at most 1");
        rule(breaker.window() >= 1 && breaker.window() <= 10_000, "breaker.window", breaker.window(), "1 to 10000");
        rule(
                breaker.minRequests() >= 1 && breaker.minRequests() <= breaker.window(),
                "breaker.min-requests",
                breaker.minRequests(),
                "at least 1, and at most breaker.window");
        positive("breaker.open-for", breaker.openFor());
        rule(breaker.probes() >= 1, "breaker.probes", breaker.probes(), "at least 1");
    }

    private void hedge(HedgeConfig hedge) {
        double quantile = hedge.quantile();
        rule(quantile > 0 && quantile < 1, "hedge.quantile", quantile, "above 0 and below 1");
        rule(isBetween(hedge.budget(), 0, 1), "hedge.budget", hedge.budget(), "from 0 to 1");
        rule(!hedge.minDelay().isNegative(), "hedge.min-delay", hedge.minDelay(), "no less than zero");
    }

    private void bulkhead(BulkheadConfig bulkhead) {
        bulkhead.maxConcurrent()
                .ifPresent(number -> rule(number >= 1, "bulkhead.max-concurrent", number, "at least 1"));
        rule(bulkhead.maxWaiting() >= 0, "bulkhead.max-waiting", bulkhead.maxWaiting(), "no less than zero");
        positive("bulkhead.patience", bulkhead.patience());
    }

    private void ejection(EjectionConfig ejection) {
        rule(ejection.failures() >= 1, "ejection.failures", ejection.failures(), "at least 1");
        positive("ejection.pause", ejection.pause());
        rule(
                ejection.maxPause().compareTo(ejection.pause()) >= 0,
                "ejection.max-pause",
                ejection.maxPause(),
                "at least ejection.pause, which is " + ejection.pause());
    }

    private static boolean isBetween(double value, double least, double most) {
        return value >= least && value <= most;
    }

    private void positive(String key, Duration value) {
        rule(value.isPositive(), key, value, "longer than zero");
    }

    private void rule(boolean holds, String key, Object value, String rule) {
        if (!holds) {
            throw new ConfigurationException(
                    "The resilience key " + key + " of subgraph \"" + subgraph + "\" is " + value
                            + ", but it must be " + rule + ". Correct lancang.gateway.subgraphs.\"" + subgraph
                            + "\".resilience."
                            + key + ", or lancang.gateway.traffic.resilience." + key + ".");
        }
    }
}
