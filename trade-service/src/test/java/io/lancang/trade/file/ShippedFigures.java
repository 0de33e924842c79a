package io.lancang.trade.file;

import io.lancang.kit.fixture.Shipped;
import io.lancang.kit.startup.PackagedReleases;
import jakarta.validation.Validation;

/** The figures that ship with the service, and what they refer to. */
public final class ShippedFigures extends Shipped {
    @Override
    protected PackagedReleases releases() {
        return new TradeReleases(Validation.buildDefaultValidatorFactory().getValidator());
    }
}
