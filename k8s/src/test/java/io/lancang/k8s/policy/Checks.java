package io.lancang.k8s.policy;

import com.fasterxml.jackson.databind.JsonNode;
import io.lancang.k8s.manifest.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Collects what is wrong with one object. */
public final class Checks {
    private final Manifest manifest;
    private final String where;
    private final List<Finding> findings = new ArrayList<>();

    /** @param where goes before each problem */
    public Checks(Manifest manifest, String where) {
        this.manifest = manifest;
        this.where = where;
    }

    /** Notes the problem unless this holds. */
    public void require(boolean holds, String problem) {
        if (!holds) {
            findings.add(new Finding(manifest, where + problem));
        }
    }

    void isTrue(JsonNode parent, String key) {
        require(parent.path(key).isBoolean() && parent.path(key).asBoolean(), key + " is not true");
    }

    void isFalse(JsonNode parent, String key) {
        require(parent.path(key).isBoolean() && !parent.path(key).asBoolean(), key + " is not false");
    }

    void is(JsonNode parent, String key, String value) {
        require(parent.path(key).asText().equals(value), key + " is not " + value);
    }

    /** What is wrong. */
    public Stream<Finding> findings() {
        return findings.stream();
    }
}
