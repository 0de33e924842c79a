package io.lancang.corridor.ground.travel;

import io.lancang.corridor.ground.vocabulary.CountryCodes;
import io.lancang.kit.error.ServiceException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks what a client assumes, so that no figure makes a way endless or of no length. */
@Singleton
public class TravelCheck {
    private static final int MOST_ENTRIES = 100;
    private static final double MOST_HOURS = 1_000;
    private static final double MOST_USD = 10_000;
    private static final double SLOWEST_KMH = 1;
    private static final double FASTEST_KMH = 500;
    private static final double HIGHEST_RATE = 100;

    private final CountryCodes countries;

    TravelCheck(CountryCodes countries) {
        this.countries = countries;
    }

    /**
     * The model of what a client assumes; of the defaults if that is nothing.
     *
     * @throws ServiceException BAD_USER_INPUT for a figure out of its range, an unknown country or too many entries
     */
    public TravelModel model(@Nullable TravelAssumptions assumed) {
        if (assumed == null) {
            return TravelModel.DEFAULT;
        }
        size("speeds", assumed.speeds());
        size("borders", assumed.borders());
        size("handling", assumed.handling());
        size("rates", assumed.rates());
        share(assumed.designShare());
        each(assumed.speeds(), speed -> {
            countries.check(speed.partner());
            range("speeds.kmh", speed.kmh(), SLOWEST_KMH, FASTEST_KMH);
        });
        each(assumed.rates(), rate -> {
            countries.check(rate.partner());
            range("rates.usdPerTonneKm", rate.usdPerTonneKm(), 0, HIGHEST_RATE);
        });
        each(assumed.handling(), handling -> {
            range("handling.hours", handling.hours(), 0, MOST_HOURS);
            range("handling.usdPerTonne", handling.usdPerTonne(), 0, MOST_USD);
        });
        each(assumed.borders(), this::border);
        return TravelModel.of(assumed);
    }

    private void border(TravelAssumptions.Border border) {
        countries.check(border.from());
        countries.check(border.to());
        if (border.to() != null && border.from() == null) {
            throw ServiceException.badInput(
                    "`borders.to` is " + border.to() + " without a `from`.", "Name both countries, or one as `from`.");
        }
        range("borders.hours", border.hours(), 0, MOST_HOURS);
        range("borders.usdPerTonne", border.usdPerTonne(), 0, MOST_USD);
    }

    private static void share(@Nullable Double share) {
        if (share != null && !(share > 0 && share <= 1)) {
            throw ServiceException.badInput(
                    "`designShare` is " + share + "; it must be above 0 and at most 1.", "Leave it out for 0.8.");
        }
    }

    private static void size(String list, @Nullable List<?> entries) {
        if (entries != null && entries.size() > MOST_ENTRIES) {
            throw ServiceException.badInput(
                    "`" + list + "` has " + entries.size() + " entries; at most " + MOST_ENTRIES + " are read.",
                    "Leave `partner` out for what holds in all countries.");
        }
    }

    private static void range(String name, @Nullable Double figure, double least, double most) {
        if (figure != null && !(figure >= least && figure <= most)) {
            throw ServiceException.badInput(
                    "`" + name + "` is " + figure + "; it must be from " + least + " to " + most + ".",
                    "Send a figure in this range, or leave it out for the default.");
        }
    }

    static <T> void each(@Nullable List<T> list, Consumer<T> use) {
        if (list != null) {
            list.forEach(use);
        }
    }
}
