package io.lancang.integration.identity;

import java.util.Locale;

/** What this service asks the gateway for in the name of a client. Usage tells them apart by the prefix of the key. */
public enum Work {
    /** The events of webhooks. */
    WEBHOOKS("Webhooks", "webhook_key"),
    /** The files of jobs. */
    JOBS("LongJobs", "job_key");

    private final String prefix;
    private final String table;

    Work(String prefix, String table) {
        this.prefix = prefix;
        this.table = table;
    }

    /** In place of the eight random characters of a key. */
    public String prefix() {
        return prefix;
    }

    /** The table with the hashes of these keys. */
    String table() {
        return table;
    }

    /** What the keys of one kind are made of besides the client, so that they are others than those of the other kind. */
    String label() {
        return "lancang " + name().toLowerCase(Locale.ROOT);
    }
}
