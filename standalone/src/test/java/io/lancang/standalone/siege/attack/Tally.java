package io.lancang.standalone.siege.attack;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** How often the target answered what. Thread-safe. */
public final class Tally {
    private static final int SHOWN = 4;

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    /** Counts an outcome. */
    public void count(String outcome) {
        counts.computeIfAbsent(outcome, _ -> new LongAdder()).increment();
    }

    /** Counts what went wrong with a connection, in the words of a table. */
    public void count(IOException failure) {
        count(
                switch (failure) {
                    case SocketTimeoutException _ -> "no answer";
                    case ConnectException _ -> "no connection";
                    case EOFException _ -> "closed";
                    default -> {
                        String message = String.valueOf(failure.getMessage());
                        yield message.startsWith("refused with ") ? message : "closed";
                    }
                });
    }

    /** The most frequent outcomes with their numbers. */
    public String summary() {
        String frequent = counts.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, LongAdder>>comparingLong(
                                entry -> -entry.getValue().sum())
                        .thenComparing(Map.Entry::getKey))
                .limit(SHOWN)
                .map(entry -> entry.getKey() + " ×" + entry.getValue())
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "nothing" : counts.size() > SHOWN ? frequent + ", …" : frequent;
    }
}
