package io.lancang.trade.storage;

import io.lancang.kit.dataset.FactStorage;
import io.lancang.kit.dataset.Stage;
import io.lancang.kit.dataset.Target;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of flows keeps the present in partitions by frequency, range of years and dataset; a load makes those that the
 * dataset has not yet. The migration that makes the table says why.
 */
final class FlowStorage implements FactStorage {
    private static final String YEARS = "select frequency::text as frequency, name, starts, ends from trade_flow_years";

    private final String dataset;

    /** @param dataset the number of the dataset */
    FlowStorage(String dataset) {
        this.dataset = dataset;
    }

    /**
     * A range of years that a frequency is kept in.
     *
     * @param name the end of the name of its table
     * @param starts the first day, or {@link LocalDate#MIN}
     * @param ends the day after the last, or {@link LocalDate#MAX}
     */
    record Years(String frequency, String name, LocalDate starts, LocalDate ends) {
        boolean has(String otherFrequency, LocalDate period) {
            return frequency.equals(otherFrequency) && !period.isBefore(starts) && period.isBefore(ends);
        }

        /** As PostgreSQL writes bounds of dates. */
        static String written(LocalDate bound) {
            if (bound.equals(LocalDate.MIN)) {
                return "-infinity";
            }
            return bound.equals(LocalDate.MAX) ? "infinity" : bound.toString();
        }
    }

    @Override
    public Stage begin(Connection connection, Target target) throws SQLException {
        List<Years> years = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(YEARS)) {
            while (rows.next()) {
                years.add(new Years(
                        rows.getString("frequency"),
                        rows.getString("name"),
                        rows.getObject("starts", LocalDate.class),
                        rows.getObject("ends", LocalDate.class)));
            }
        }
        return new FlowStage(connection, dataset, years);
    }

    @Override
    public boolean isNumberedLast() {
        return true;
    }

    @Override
    public List<String> keptOfStage() {
        return List.of(Stage.LINE);
    }
}
