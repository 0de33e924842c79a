package io.lancang.federation.differential.data;

/** A reference from one thing to another. */
public record Ref(String id) {
    @Override
    public String toString() {
        return "-> " + id;
    }
}
