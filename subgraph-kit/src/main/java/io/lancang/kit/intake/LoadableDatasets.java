package io.lancang.kit.intake;

import io.lancang.kit.dataset.Dataset;
import io.lancang.kit.dataset.ReleaseFile;
import io.lancang.kit.error.ServiceException;
import java.io.IOException;
import java.sql.SQLException;

/** The datasets that files may be loaded into; implemented by one bean of the service that owns them. */
public interface LoadableDatasets {
    /**
     * How an upload is read into a dataset.
     *
     * @param dataset the dataset, made for the columns of this file
     * @param file the content, as {@code dataset} expects it
     */
    record Reading(Dataset dataset, ReleaseFile file) {}

    /**
     * Finds out how an upload is written.
     *
     * @throws ServiceException NOT_FOUND if there is no dataset of this code, BAD_USER_INPUT if no format has its columns
     */
    Reading reading(String code, Upload upload) throws SQLException, IOException;

    /**
     * A dataset for what needs no file, such as a withdrawal.
     *
     * @throws ServiceException NOT_FOUND if there is none of this code
     */
    Dataset dataset(String code) throws SQLException;
}
