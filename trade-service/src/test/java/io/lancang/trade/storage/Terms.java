package io.lancang.trade.storage;

import io.lancang.kit.fixture.DatabaseContent;
import io.lancang.kit.fixture.Tables;
import io.lancang.kit.load.ReleaseLoader;
import io.lancang.kit.startup.PackagedReleases;
import io.lancang.trade.file.TradeReleases;
import jakarta.validation.Validation;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** The tables of the service, and what {@link SampleFigures} refer to. */
final class Terms implements DatabaseContent {
    @Override
    public void fill(DataSource database) throws SQLException, IOException {
        new Tables().fill(database);
        load(database);
    }

    /** Loads sources, partners and products, and names the datasets. */
    static void load(DataSource database) throws SQLException, IOException {
        ReleaseLoader loader = new ReleaseLoader(database);
        TradeReleases packaged =
                new TradeReleases(Validation.buildDefaultValidatorFactory().getValidator());
        for (PackagedReleases.Packaged each : packaged.inOrder()) {
            if (List.of("sources", "partners", "hs2022", "sitc")
                    .contains(each.dataset().id())) {
                loader.load(each.dataset(), each.file());
            }
        }
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into dataset (id, code, title, definition, source_ids) values"
                    + " (900, 'sample', '', '', '{}'), (901, 'other', '', '', '{}')");
        }
    }
}
