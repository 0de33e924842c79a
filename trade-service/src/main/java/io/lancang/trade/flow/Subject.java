package io.lancang.trade.flow;

import java.util.List;

/** Whose trade with China a series tells. */
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
    record OfBloc(String code, Composition composition) implements Subject {
        @Override
        public String key() {
            return "bloc/" + composition + "/" + code;
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
     * @param codes their codes; China among them is left out
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
}
