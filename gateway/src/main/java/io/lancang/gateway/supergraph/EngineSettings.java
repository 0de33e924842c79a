package io.lancang.gateway.supergraph;

import io.lancang.federation.FormLimits;
import io.lancang.federation.OperationLimits;
import io.lancang.federation.SchemaDisclosure;
import io.lancang.federation.engine.AnswerOptions;
import io.lancang.federation.engine.CacheOptions;
import io.lancang.federation.engine.EngineOptions;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.config.limits.DocumentLimitsConfig;
import io.lancang.gateway.config.limits.LimitsConfig;

/** What the gateway's keys say to the engine. */
final class EngineSettings {
    private EngineSettings() {}

    static EngineOptions of(GatewayConfig config) {
        return EngineOptions.DEFAULT
                .withLimits(limits(config))
                .withCaches(new CacheOptions(config.preparation().cacheSize().asLongValue()))
                .withAnswers(new AnswerOptions((int)
                        Math.min(Integer.MAX_VALUE, config.answers().maxSize().asLongValue())))
                .withDisclosure(new SchemaDisclosure(
                        config.introspection().enabled(),
                        (int) Math.min(
                                Integer.MAX_VALUE,
                                config.introspection().maxAnswerSize().asLongValue()),
                        config.suggestions()));
    }

    private static OperationLimits limits(GatewayConfig config) {
        LimitsConfig limits = config.limits();
        return new OperationLimits(
                // No document is longer than the body that it came in.
                (int) Math.min(Integer.MAX_VALUE, limits.maxBodySize().asLongValue()),
                limits.maxDepth(),
                limits.maxFields(),
                limits.maxFragments(),
                limits.maxAliases(),
                limits.maxRootFields(),
                limits.maxErrors(),
                limits.maxVariableValues(),
                config.preparation().maxDuration(),
                form(limits.maxTokens(), limits.document()));
    }

    private static FormLimits form(int maxTokens, DocumentLimitsConfig document) {
        return new FormLimits(
                maxTokens,
                document.maxNameLength(),
                document.maxNumberLength(),
                document.maxStringLength(),
                document.maxNesting(),
                document.maxListItems(),
                document.maxArguments(),
                document.maxDirectives(),
                document.maxVariables(),
                document.maxOperations(),
                document.maxFragments());
    }
}
