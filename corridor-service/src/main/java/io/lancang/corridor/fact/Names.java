package io.lancang.corridor.fact;

import io.lancang.kit.provenance.Language;

/**
 * A name in both languages.
 *
 * @param english in English
 * @param chinese in simplified Chinese
 */
public record Names(String english, String chinese) {
    /** The name in {@code language}. */
    public String in(Language language) {
        return switch (language) {
            case EN -> english;
            case ZH -> chinese;
        };
    }
}
