package io.lancang.gateway.config.limits;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What a client may ask for. */
public interface LimitsConfig {
    /** How large the body of a client's request may be; of one that is compressed, also what it becomes. */
    @WithDefault("1M")
    MemorySize maxBodySize();

    /** How long the URL of a client's request may be, path and query together. */
    @WithDefault("16K")
    MemorySize maxUriLength();

    /** How large the headers of a client's request may be, names and values together. */
    @WithDefault("16K")
    MemorySize maxHeaderSize();

    /** How many requests may be in work at the same time; more are refused with status 503. */
    @WithDefault("1000")
    int maxConcurrentRequests();

    /**
     * How many requests of one client may be in work at the same time; more are refused with status 429. Clients behind a proxy are
     * one, unless the proxy sends the gateway their addresses.
     */
    @WithDefault("500")
    int maxConcurrentRequestsPerClient();

    /** How long a request may take. What subgraphs have not answered by then is null in the answer, with an error. */
    @WithDefault("30s")
    Duration deadline();

    /** How many tokens a document may have. */
    @WithDefault("30000")
    int maxTokens();

    /** How deep fields may be nested. This and what follows is counted with fragments spread out. */
    @WithDefault("60")
    int maxDepth();

    /** How many fields an operation may have. */
    @WithDefault("5000")
    int maxFields();

    /** How many fragments an operation may have, inline ones and each spread of a named one. */
    @WithDefault("5000")
    int maxFragments();

    /** How many aliases an operation may have. */
    @WithDefault("2000")
    int maxAliases();

    /** How many fields an operation may ask for at its root. */
    @WithDefault("200")
    int maxRootFields();

    /** How many faults of one document, or of the variables of one request, are listed in its answer. */
    @WithDefault("20")
    int maxErrors();

    /** How many values the variables of a request may hold, the items of lists and the fields of objects counted too. */
    @WithDefault("50000")
    int maxVariableValues();

    /** How many different names the JSON of a request may have: variables, and fields of the objects in their values. */
    @WithDefault("2000")
    int maxNames();

    /** How long the parts of a document may be; checked before the document is parsed. */
    DocumentLimitsConfig document();
}
