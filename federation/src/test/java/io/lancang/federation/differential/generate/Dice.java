package io.lancang.federation.differential.generate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Chooses by chance, the same for the same seed. */
public final class Dice {
    private static final long STRIDE = 0x9E3779B97F4A7C15L;

    private final RandomGenerator random;
    private long next;

    public Dice(long seed) {
        random = new SplittableRandom(seed);
        next = seed;
    }

    /** Others of the same seed, whose throws leave those of these as they are: what a seed makes stays the same beside them. */
    Dice apart() {
        next += STRIDE;
        return new Dice(next);
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A number from the first to the last, both included. */
    public int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    public long number() {
        return random.nextLong();
    }

    /** One of several, at least one. */
    public <T> T pick(List<? extends T> all) {
        return all.get(random.nextInt(all.size()));
    }

    @SafeVarargs
    public final <T> T of(T... all) {
        return all[random.nextInt(all.length)];
    }

    /** Some of several in their order, at least the least if there are so many. */
    public <T> List<T> some(Collection<? extends T> all, int least) {
        List<T> chosen = new ArrayList<>(all);
        int wanted = Math.min(all.size(), between(least, Math.max(least, all.size())));
        while (chosen.size() > wanted) {
            chosen.remove(random.nextInt(chosen.size()));
        }
        return chosen;
    }
}
