package io.lancang.federation.check;

/**
 * One difference between two schemas.
 *
 * @param severity what it does to clients that know the former schema
 * @param coordinate where it is
 * @param reason a sentence for people, without a full stop
 */
public record SchemaChange(Severity severity, SchemaCoordinate coordinate, String reason) {

    /** What a change does to clients, the worst first. */
    public enum Severity {
        /** A request that was valid is refused, or an answer has what its client does not expect. */
        BREAKING,
        /** Requests are as valid as before, but an answer can have what none had, such as an enum value, or mean something else. */
        DANGEROUS,
        /** Nothing that a client of the former schema can notice. */
        SAFE
    }
}
