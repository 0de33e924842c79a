package org.example.lancang;

import io.smallrye.config.ConfigMapping;
import java.util.Map;
import java.util.Set;

/** What this edition of the gateway knows of its clients. */
@ConfigMapping(prefix = "example")
interface ExampleConfig {
    /** Tenants by their keys, which clients send as {@code X-Api-Key}. */
    Map<String, String> tenants();

    /** Fields that are null for all but {@link #trusted} tenants, as {@code Type.field}. Each must be nullable. */
    Set<String> masked();

    /** The tenants who see masked fields. */
    Set<String> trusted();
}
