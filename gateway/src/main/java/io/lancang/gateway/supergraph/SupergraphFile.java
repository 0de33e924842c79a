package io.lancang.gateway.supergraph;

import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The supergraph in a file. Whether it is another one is seen by where its links lead, its time and its length: a ConfigMap's volume
 * swaps a link to the folder, which causes no event of the file itself.
 */
final class SupergraphFile implements SupergraphSource {
    private final Vertx vertx;
    private final Path file;
    // Used by one fetch at a time.
    private volatile @Nullable Stamp last;

    SupergraphFile(Vertx vertx, Path file) {
        this.vertx = vertx;
        this.file = file;
    }

    private record Stamp(Path real, FileTime time, long length) {}

    @Override
    public String place() {
        return file.toString();
    }

    @Override
    public Future<Optional<SupergraphText>> fetch() {
        return vertx.executeBlocking(this::read).map(Objects::requireNonNull);
    }

    private Optional<SupergraphText> read() {
        try {
            Path real = file.toRealPath();
            Stamp stamp = new Stamp(real, Files.getLastModifiedTime(real), Files.size(real));
            if (stamp.equals(last)) {
                return Optional.empty();
            }
            SupergraphText text = SupergraphText.of(Files.readAllBytes(real));
            last = stamp;
            return Optional.of(text);
        } catch (IOException e) {
            // Without a cause: Quarkus prints the message alone only if this exception is the root.
            throw new ConfigurationException("The supergraph " + file + " " + problem(e) + ". Correct " + KEY + ".");
        }
    }

    private String problem(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "does not exist (looked for " + file.toAbsolutePath() + ")";
            case AccessDeniedException denied -> "may not be read by this user";
            case CharacterCodingException encoding -> "is not text in UTF-8";
            default -> Files.isDirectory(file) ? "is a folder, not a file" : "cannot be read: " + e.getMessage();
        };
    }
}
