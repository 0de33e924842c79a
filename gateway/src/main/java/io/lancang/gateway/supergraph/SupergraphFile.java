package io.lancang.gateway.supergraph;

import io.lancang.federation.supergraph.Supergraph;
import io.lancang.federation.supergraph.SupergraphException;
import io.lancang.gateway.config.GatewayConfig;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads the configured supergraph. All that can be wrong with it is a {@link ConfigurationException}, whose message is the
 * last thing that the operator reads before the gateway exits: what, where, and the way out. It carries no cause, because
 * Quarkus prints the message alone only if this exception is the root.
 */
final class SupergraphFile {
    private static final String KEY = "lancang.gateway.supergraph (environment: LANCANG_GATEWAY_SUPERGRAPH)";

    private SupergraphFile() {}

    static Supergraph read(GatewayConfig config) {
        Path file = Path.of(config.supergraph()
                .orElseThrow(() -> new ConfigurationException(
                        "No supergraph is configured. Set " + KEY + " to the file with the supergraph SDL.")));
        try {
            return Supergraph.parse(Files.readString(file));
        } catch (SupergraphException e) {
            throw new ConfigurationException("The supergraph " + file + " does not load: " + e.getMessage()
                    + "\nCorrect the subgraph's schema and compose again, or set " + KEY + " to another file.");
        } catch (IOException e) {
            throw new ConfigurationException(
                    "The supergraph " + file + " " + problem(file, e) + ". Correct " + KEY + ".");
        }
    }

    private static String problem(Path file, IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "does not exist (looked for " + file.toAbsolutePath() + ")";
            case AccessDeniedException denied -> "may not be read by this user";
            case CharacterCodingException encoding -> "is not text in UTF-8";
            default -> Files.isDirectory(file) ? "is a folder, not a file" : "cannot be read: " + e.getMessage();
        };
    }
}
