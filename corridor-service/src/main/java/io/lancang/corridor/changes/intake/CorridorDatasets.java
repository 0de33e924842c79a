package io.lancang.corridor.changes.intake;

import io.lancang.corridor.changes.release.CorridorReleases;
import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.error.ServiceException;
import io.lancang.kit.error.Suggestions;
import io.lancang.kit.intake.LoadableDatasets;
import io.lancang.kit.intake.Upload;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.List;

/** The tables of the network, and how an upload is read into one. */
@Singleton
class CorridorDatasets implements LoadableDatasets {
    private final CorridorReleases releases;

    CorridorDatasets(CorridorReleases releases) {
        this.releases = releases;
    }

    @Override
    public Reading reading(String code, Upload upload) throws IOException {
        if (!upload.isJson()) {
            return new Reading(dataset(code, upload.header()), upload);
        }
        GeoJsonProperties properties = GeoJsonProperties.of(code)
                .orElseThrow(() -> ServiceException.badInput(
                        "The file is JSON, and " + code + " is loaded from CSV only.",
                        "GeoJSON is taken for " + String.join(" and ", GeoJsonProperties.datasets()) + "."));
        return new Reading(dataset(code, properties.names()), new GeoJsonFile(upload, properties));
    }

    @Override
    public Dataset dataset(String code) {
        return releases.whole(code).orElseThrow(() -> unknown(code));
    }

    private Dataset dataset(String code, List<String> header) {
        return releases.dataset(code, header).orElseThrow(() -> unknown(code));
    }

    private ServiceException unknown(String code) {
        List<Suggestions.Candidate> candidates = releases.codes().stream()
                .sorted()
                .map(known -> new Suggestions.Candidate(known, known))
                .toList();
        String near = Suggestions.hint(code, candidates);
        String all = "There are "
                + String.join(", ", releases.codes().stream().sorted().toList()) + ".";
        return ServiceException.notFound("There is no dataset '" + code + "'.", near == null ? all : near + " " + all);
    }
}
