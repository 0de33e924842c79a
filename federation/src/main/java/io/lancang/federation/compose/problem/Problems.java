package io.lancang.federation.compose.problem;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects what the stages complain about, each complaint once. Confined to the thread that composes. */
public final class Problems {

    private final Set<CompositionError> errors = new LinkedHashSet<>();
    private final List<CompositionHint> hints = new ArrayList<>();

    /** Reports an error at one place. */
    public void error(CompositionErrorCode code, String coordinate, Place place, String message) {
        error(code, coordinate, List.of(place), message);
    }

    /** Reports an error that several places share. */
    public void error(CompositionErrorCode code, String coordinate, List<Place> places, String message) {
        errors.add(new CompositionError(code, message, coordinate, places));
    }

    /** Reports again what others complain about. */
    public void addErrors(Problems others) {
        errors.addAll(others.errors);
    }

    /** Reports what composed but may surprise. */
    public void hint(String coordinate, String message) {
        hints.add(new CompositionHint(coordinate, message));
    }

    /** Whether a stage has to stop here. */
    public boolean hasErrors() {
        return !errors.isEmpty();
    }

    /** All errors so far, in the order of their report. */
    public List<CompositionError> errors() {
        return List.copyOf(errors);
    }

    /** All hints so far, in the order of their report. */
    public List<CompositionHint> hints() {
        return List.copyOf(hints);
    }
}
