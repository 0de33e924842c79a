package io.lancang.trade.flow;

import io.lancang.trade.period.Period;
import io.lancang.trade.totals.SeenTotals;
import java.util.List;

/** Whose trade with the reporter a series tells. */
public sealed interface Subject {
    /** The world as one partner: what its datasets give for it, no sum over partners. */
    Subject WORLD = new OfPartner("WORLD");

    /** A name that tells subjects apart, and finds a subject in the rows of the database. */
    String key();

    /** How a sentence names it. */
    String label();

    /** One partner: its figures are as they were reported. */
    record OfPartner(String code) implements Subject {
        @Override
        public String key() {
            return "partner/" + code;
        }

        @Override
        public String label() {
            return code;
        }
    }

    /** A bloc: sums over its members. */
    record OfBloc(String code, CountedMembers members) implements Subject {
        @Override
        public String key() {
            return "bloc/" + members.key() + "/" + code;
        }

        @Override
        public String label() {
            return code;
        }
    }

    /**
     * Partners that something else brings together, such as a corridor: sums over them.
     *
     * @param id the id of what brings them together
     * @param codes their codes; the reporter among them is left out
     */
    record OfPartners(String id, List<String> codes) implements Subject {
        public OfPartners {
            codes = codes.stream().distinct().sorted().toList();
        }

        @Override
        public String key() {
            return "set/" + id + "/" + String.join(",", codes);
        }

        @Override
        public String label() {
            return "the partners of " + id;
        }
    }

    /**
     * Some of the partners that a subject consists of: those that can be compared with another period.
     *
     * @param whole the subject, which is no subject of this kind
     * @param codes the codes of those
     */
    record OfSome(Subject whole, List<String> codes) implements Subject {
        public OfSome {
            codes = codes.stream().sorted().toList();
        }

        @Override
        public String key() {
            return "some/" + whole.key() + "/" + String.join(",", codes);
        }

        @Override
        public String label() {
            return whole.label();
        }
    }

    /** Codes of the partners that a subject consists of in a period, each once. */
    static List<String> partnersOf(Subject subject, Period period, SeenTotals totals) {
        return switch (subject) {
            case OfPartner(String code) -> List.of(code);
            case OfBloc(String code, CountedMembers members) -> totals.membersOf(code, members.dayFor(period));
            case OfPartners partners ->
                partners.codes().stream()
                        .filter(code -> !totals.reporter().code().equals(code))
                        .toList();
            case OfSome some -> some.codes();
        };
    }
}
