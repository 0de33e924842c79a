package io.lancang.gateway.http.format;

import io.lancang.federation.IncrementalFormat;
import io.lancang.federation.engine.DeferSpec20220824;
import io.lancang.federation.engine.IncrementalSpec02;

/** The formats in which an answer comes in parts. */
public enum PartsFormat {
    /** The proposal of August 2022, which most clients read. */
    DEFER_20220824("deferSpec=20220824"),
    /** The current draft of GraphQL's specification. */
    INCREMENTAL_0_2("incrementalSpec=v0.2");

    private final String parameter;

    PartsFormat(String parameter) {
        this.parameter = parameter;
    }

    /** The parameter of {@code multipart/mixed} that names it. */
    String parameter() {
        return parameter;
    }

    public String contentType() {
        return "multipart/mixed;boundary=\"-\";" + parameter;
    }

    /** How parts of an answer are written. */
    public IncrementalFormat format() {
        return switch (this) {
            case DEFER_20220824 -> new DeferSpec20220824();
            case INCREMENTAL_0_2 -> new IncrementalSpec02();
        };
    }
}
