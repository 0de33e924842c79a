package io.lancang.corridor.ground.fact;

import io.lancang.kit.provenance.Language;
import org.jspecify.annotations.Nullable;

/**
 * A name in both languages.
 *
 * @param english in English
 * @param chinese in simplified Chinese; null if none is known
 */
public record Names(String english, @Nullable String chinese) {
    /** The name in {@code language}; in English if none in that language is known. */
    public String in(Language language) {
        return switch (language) {
            case EN -> english;
            case ZH -> chinese == null ? english : chinese;
        };
    }
}
