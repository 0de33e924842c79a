package io.lancang.gateway.api;

import java.util.List;
import java.util.Set;

/** Headers, whose names are equal in any case. */
public interface HeaderValues {
    /** All names, as they were sent. */
    Set<String> names();

    /** The values of a header; empty if there is none. */
    List<String> get(String name);
}
