package io.lancang.corridor.changes.intake;

import io.lancang.kit.dataset.Rejection;
import io.lancang.kit.dataset.ReleaseFile;
import io.lancang.kit.intake.Upload;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * A feature collection, read as the CSV that it would be: one feature after the other, so that a file of any size needs the
 * memory of one feature.
 *
 * @param upload the GeoJSON
 * @param properties which property fills which column
 * @param places where features stand whose rows stand elsewhere; filled as they are read
 */
record GeoJsonFile(Upload upload, GeoJsonProperties properties, FeaturePlaces places) implements ReleaseFile {
    GeoJsonFile(Upload upload, GeoJsonProperties properties) {
        this(upload, properties, new FeaturePlaces());
    }

    @Override
    public String name() {
        return upload.name();
    }

    /** Reading fails with BAD_USER_INPUT where the content is no feature collection. */
    @Override
    public InputStream open() {
        return new SequenceInputStream(
                new GeoJsonLines(new FeatureBytes(upload.open(), upload.longestRow()), properties, places));
    }

    @Override
    public Rejection located(Rejection found) {
        return places.located(found);
    }

    @Override
    public int longestRow() {
        return upload.longestRow();
    }

    @Override
    public boolean isRepeatable() {
        return false;
    }
}
