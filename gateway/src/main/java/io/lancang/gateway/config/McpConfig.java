package io.lancang.gateway.config;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** Tools for language models: the Model Context Protocol over streamable HTTP, at {@code /mcp}. */
public interface McpConfig {
    /**
     * Whether the gateway answers at {@code /mcp}, and at {@code /mcp/NAME} for each contract. Tools are the trusted documents
     * ({@code lancang.gateway.documents.trusted}) that are marked as tools, and those that follow.
     */
    @WithDefault("false")
    boolean enabled();

    /**
     * Whether {@code search_schema} is a tool, which finds types and fields by words. It is none where introspection is off
     * ({@code lancang.gateway.introspection.enabled}).
     */
    @WithDefault("true")
    boolean searchSchema();

    /** Whether {@code run_query} is a tool, which runs any query. It is none where only trusted documents run. */
    @WithDefault("true")
    boolean runQuery();

    /** Whether {@code run_query} runs mutations as well. Trusted documents that are marked as tools may be mutations in any case. */
    @WithDefault("false")
    boolean runMutations();

    /**
     * Origins of pages that may use the tools from a browser, such as {@code https://chat.example}. A request without a header
     * {@code Origin} comes from no page; one from {@code localhost} may come if the gateway is asked there. All others are refused, so that no
     * page reaches a gateway inside of its reader's network.
     */
    Optional<Set<String>> allowedOrigins();

    /** How large the answer of one call of a tool may be. A language model reads all of it. */
    @WithDefault("256K")
    MemorySize maxAnswerSize();
}
