package io.lancang.corridor.ground.vocabulary;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives the tables that requests need to who asks for them; they are read once, when first needed. */
final class Vocabularies {
    Vocabularies() {}

    @Produces
    @Singleton
    static CountryCodes countryCodes() {
        return CountryCodes.packaged();
    }
}
