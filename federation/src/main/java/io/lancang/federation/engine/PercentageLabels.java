package io.lancang.federation.engine;

import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts labels of the form {@code percent(n)} in force for n in a hundred requests, and no others. A request draws one number
 * for all its labels: what is moved for 5% of the requests is then moved for those among them for which something else is
 * moved for 20%, and the requests need one plan for each percentage rather than one for each combination of them.
 *
 * @param <C> the context of a client request, which has no say
 */
public final class PercentageLabels<C> implements OverrideLabels<C> {
    private static final Pattern PERCENT = Pattern.compile("percent\\((\\d{1,3}(?:\\.\\d{1,8})?)\\)");

    private final DoubleSupplier chance;

    /**
     * @param chance draws a number from 0 (inclusive) to 100 (exclusive); safe for concurrent use
     */
    public PercentageLabels(DoubleSupplier chance) {
        this.chance = chance;
    }

    /** Draws the numbers by chance. */
    public static <C> PercentageLabels<C> byChance() {
        return new PercentageLabels<>(() -> ThreadLocalRandom.current().nextDouble(100));
    }

    @Override
    public Set<String> inForce(Set<String> labels, C context) {
        double drawn = chance.getAsDouble();
        return labels.stream().filter(label -> drawn < percent(label)).collect(Collectors.toUnmodifiableSet());
    }

    /** Zero for a label of another form. */
    private static double percent(String label) {
        Matcher matcher = PERCENT.matcher(label);
        return matcher.matches() ? Double.parseDouble(matcher.group(1)) : 0;
    }
}
