package io.lancang.gateway.supergraph;

import io.lancang.federation.Contract;
import io.lancang.gateway.config.GatewayConfig;
import io.lancang.gateway.config.supergraph.ContractConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The contracts of the configuration. */
final class Contracts {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Contracts() {}

    /**
     * By names.
     *
     * @throws ConfigurationException if one has no path, or leaves nothing out
     */
    static Map<String, Contract> of(GatewayConfig config) {
        Map<String, Contract> contracts = new TreeMap<>();
        config.contracts().forEach((name, each) -> contracts.put(name, contract(name, each)));
        return contracts;
    }

    private static Contract contract(String name, ContractConfig config) {
        String key = "lancang.gateway.contracts.\"" + name + "\"";
        if (!NAME.matcher(name).matches()) {
            throw new ConfigurationException(
                    key + " has no path: a name is 1 to 64 letters, digits, hyphens and underscores. Rename it.");
        }
        Contract contract =
                new Contract(config.include().orElse(Set.of()), config.exclude().orElse(Set.of()));
        if (contract.isWhole()) {
            throw new ConfigurationException(key + " leaves nothing out. Give include or exclude, or remove it.");
        }
        return contract;
    }
}
