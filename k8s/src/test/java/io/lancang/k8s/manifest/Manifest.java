package io.lancang.k8s.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One object as it would be sent to the API server.
 *
 * @param tree the object; not to be changed
 */
public record Manifest(ObjectNode tree) {
    /** Ten digits in hexadecimal notation, some written by other letters lest they make words. */
    private static final Pattern HASHED = Pattern.compile("-[2-9bcdfghkmt]{10}$");

    /** For instance {@code apps/v1}. */
    public String apiVersion() {
        return text("/apiVersion");
    }

    /** For instance {@code apps}, and nothing for the kinds that have no group. */
    public String group() {
        String apiVersion = apiVersion();
        return apiVersion.contains("/") ? apiVersion.substring(0, apiVersion.indexOf('/')) : "";
    }

    /** For instance {@code Deployment}. */
    public String kind() {
        return text("/kind");
    }

    /** The name, without namespace. */
    public String name() {
        return text("/metadata/name");
    }

    /** Whether it has this name, or had it before kustomize ended it with a hash, as it does for a job. */
    public boolean isNamed(String name) {
        return name().equals(name)
                || (kind().equals("Job")
                        && HASHED.matcher(name()).replaceFirst("").equals(name));
    }

    /** What is at a JSON pointer; a missing node if nothing is. */
    public JsonNode at(String pointer) {
        return tree.at(pointer);
    }

    /** The text at a JSON pointer, or nothing in it. */
    public String text(String pointer) {
        return tree.at(pointer).asText();
    }

    /** The items of the list at a JSON pointer; none if there is no list. */
    public Stream<JsonNode> each(String pointer) {
        return items(tree.at(pointer));
    }

    /** The items of a list; none if it is none. */
    public static Stream<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    /** The pods that this makes, if it makes any. */
    public Optional<PodTemplate> pods() {
        return switch (kind()) {
            case "Deployment", "StatefulSet", "Job" ->
                Optional.of(new PodTemplate(this, at("/spec/template/metadata/labels"), at("/spec/template/spec")));
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return kind() + "/" + name();
    }
}
