package io.lancang.gateway.config.access;

import java.util.OptionalLong;

/** What each address may use whose client nobody knows. Nothing is limited here unless it is set. */
public interface AnonymousRatesConfig {
    /** How many requests a minute. */
    OptionalLong requestsPerMinute();

    /** What requests may cost a minute, as the demand control estimates it. */
    OptionalLong costPerMinute();

    /** How many requests at the same time, at one gateway. */
    OptionalLong concurrentRequests();

    /** How many open subscriptions, at one gateway. */
    OptionalLong subscriptions();
}
