package io.lancang.gateway.usage;

/**
 * How often something was used, and when for the last time.
 *
 * @param last in milliseconds since 1970
 */
record Uses(long count, long last) {
    Uses plus(Uses other) {
        return new Uses(count + other.count, Math.max(last, other.last));
    }
}
