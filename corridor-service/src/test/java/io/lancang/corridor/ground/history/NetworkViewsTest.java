package io.lancang.corridor.ground.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lancang.kit.fixture.ServiceDatabase;
import io.lancang.kit.fixture.Tables;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the views of the present and the functions of the past give of a few rows. Release 2 put right what release 1 had: its rows have
 * {@code old} where those of the present have {@code new}, or 1 where they have 2.
 */
class NetworkViewsTest {
    private static final ServiceDatabase DATABASE = ServiceDatabase.start(new Tables());

    @BeforeAll
    static void write() throws SQLException {
        DATABASE.execute("""
                insert into release (id, dataset, file_name, sha256) overriding system value values
                  (1, 'test', 'old', '1'), (2, 'test', 'new', '2'), (3, 'test', 'more', '3');
                insert into country (code, iso2, name_en) values ('QXA', 'XA', 'A'), ('QXB', 'XB', 'B');
                insert into corridor values ('put-right'), ('measured'), ('opening'), ('bare');
                insert into location values ('here'), ('there');
                """);
        DATABASE.execute("""
                insert into corridor_fact (id, name_en, kind, mode, status, status_note, release_id, superseded_by) values
                  ('put-right', 'old', 'LAND', 'RAIL', 'PLANNED', '', 1, 2),
                  ('put-right', 'new', 'LAND', 'ROAD', 'OPERATIONAL', '', 2, null),
                  ('measured', 'Measured', 'LAND', null, 'OPERATIONAL', '', 1, null),
                  ('opening', 'Opening', 'LAND', null, 'OPERATIONAL', '', 1, null),
                  ('bare', 'Bare', 'LAND', null, 'OPERATIONAL', '', 1, null);
                insert into corridor_country (corridor, country, position, release_id, superseded_by) values
                  ('put-right', 'QXA', 1, 1, 2), ('put-right', 'QXB', 1, 2, null), ('put-right', 'QXA', 2, 3, null);
                insert into corridor_programme (corridor, programme, why, release_id, superseded_by) values
                  ('put-right', 'A', '', 1, 2), ('put-right', 'B', '', 3, null), ('put-right', 'A', '', 2, null);
                insert into throughput_country (throughput, country, position, release_id, superseded_by) values
                  ('t', 'QXA', 1, 1, 2), ('t', 'QXB', 1, 2, null);
                insert into segment values ('line');
                insert into segment_line (segment, part, longitudes, latitudes, tolerances, km, release_id, superseded_by) values
                  ('line', 1, '{1, 2}', '{1, 2}', '{0, 0}', 1, 1, 2), ('line', 1, '{1, 2}', '{1, 2}', '{0, 0}', 2, 2, null);
                insert into status_change (release_id, subject_kind, subject, changed_on, from_status, to_status, superseded_by) values
                  (1, 'SEGMENT', 'line', '2001-01-01', 'PLANNED', 'OPERATIONAL', 2),
                  (2, 'SEGMENT', 'line', '2002-01-01', 'PLANNED', 'OPERATIONAL', null),
                  (3, 'CORRIDOR', 'put-right', '2003-01-01', 'PLANNED', 'OPERATIONAL', null);
                """);
        writeLengths();
        writeOpenings();
    }

    private static void writeLengths() throws SQLException {
        addSegments("measured", """
                a 10 true {}
                b null true {}
                c null true {}
                bc 30 false {b,c}
                d 5 true {}
                e null true {}
                de 20 false {d,e}
                zz 99 false {e,missing}
                f 7 true {}
                h 8 true {}
                fh 16 false {f,h}
                i null true {}
                whole-of-i null false {i}
                j 2 true {}
                k null true {}
                l null true {}
                jkl 60 false {j,k,l}
                kl 40 false {k,l}
                n 1 true {}
                o null true {}
                p 3 true {}
                no 11 false {n,o}
                op 12 false {o,p}
                z 1000 false {}
                """);
    }

    private static void writeOpenings() throws SQLException {
        addSegments("opening", """
                on-record null true {}
                a-target null true {}
                stated null true {}
                as-late null true {}
                by-id null true {}
                without-days null true {}
                begun null true {}
                not-planned null true {}
                a-corridor null true {}
                """);
        DATABASE.execute("""
                update segment_fact set opened = '2010' where id = 'on-record';
                update segment_fact set opened = '2028 (target)' where id = 'a-target';
                insert into milestone (id, subject_kind, subject, event, planned, first_day, last_day, stated_on, release_id) values
                  ('m-01', 'SEGMENT', 'on-record', 'OPENING', true, '2011-01-01', '2011-01-01', '2009', 1),
                  ('m-02', 'SEGMENT', 'stated', 'OPENING', true, '2032-01-01', '2032-12-31', '2020', 1),
                  ('m-03', 'SEGMENT', 'stated', 'OPENING', true, '2031-01-01', '2031-12-31', '2022', 1),
                  ('m-04', 'SEGMENT', 'stated', 'OPENING', true, '2040-01-01', '2040-12-31', null, 1),
                  ('m-05', 'SEGMENT', 'as-late', 'OPENING', true, '2033-01-01', '2033-12-31', '2021', 1),
                  ('m-06', 'SEGMENT', 'as-late', 'OPENING', true, '2031-01-01', '2031-12-31', '2021', 1),
                  ('m-07', 'SEGMENT', 'by-id', 'OPENING', true, '2031-01-01', '2031-06-30', '2021', 1),
                  ('m-08', 'SEGMENT', 'by-id', 'OPENING', true, '2031-01-01', '2031-12-31', '2021', 1),
                  ('m-09', 'SEGMENT', 'without-days', 'OPENING', true, null, null, '2021', 1),
                  ('m-10', 'SEGMENT', 'begun', 'CONSTRUCTION_START', true, '2031-01-01', '2031-12-31', '2021', 1),
                  ('m-11', 'SEGMENT', 'not-planned', 'OPENING', false, '2031-01-01', '2031-12-31', '2021', 1),
                  ('m-12', 'CORRIDOR', 'a-corridor', 'OPENING', true, '2031-01-01', '2031-12-31', '2021', 1);
                """);
    }

    @AfterAll
    static void stopDatabase() {
        DATABASE.close();
    }

    @ParameterizedTest
    @CsvSource({
        "corridor, name_en, old, new",
        "corridor_row, status, PLANNED, OPERATIONAL",
        "corridor_mode, mode, RAIL, ROAD",
    })
    void aCorridorIsWhatWasSeenOfIt(String what, String column, String old, String present) throws SQLException {
        String where = " where " + (what.equals("corridor_mode") ? "corridor" : "id") + " = 'put-right'";

        assertEquals(List.of(present), DATABASE.query("select " + column + " from current_" + what + where));
        assertEquals(List.of(old), DATABASE.query("select " + column + " from " + what + "_at(1)" + where));
    }

    @ParameterizedTest
    @CsvSource({
        "throughput_country, country, QXA, QXB",
        "segment_line, km, 1, 2",
        "segment_change, changed_on, 2001-01-01, 2002-01-01"
    })
    void whatIsPutRightIsSeenOnlyThen(String what, String column, String old, String present) throws SQLException {
        assertEquals(List.of(present), DATABASE.query("select " + column + " from current_" + what));
        assertEquals(List.of(old), DATABASE.query("select " + column + " from " + what + "_at(1)"));
    }

    @Test
    void countriesAreInTheirOrderAndProgrammesInThatOfTheAlphabet() throws SQLException {
        assertEquals(
                List.of("{QXB,QXA} {A,B}"),
                DATABASE.query(
                        "select countries || ' ' || programmes from (select countries::text, programmes::text from current_corridor"
                                + " where id = 'put-right') c"));
        assertEquals(List.of("{QXA}"), DATABASE.query("select countries from corridor_at(1) where id = 'put-right'"));
        assertEquals(List.of("{A}"), DATABASE.query("select programmes from corridor_at(1) where id = 'put-right'"));
        assertEquals(List.of("QXA", "QXB"), DATABASE.query("select country from current_corridor_country order by 1"));
        assertEquals(List.of("A", "B"), DATABASE.query("select programme from current_corridor_programme order by 1"));
        assertEquals(List.of("QXA"), DATABASE.query("select country from corridor_country_at(1)"));
        assertEquals(List.of("A"), DATABASE.query("select programme from corridor_programme_at(1)"));
    }

    @Test
    void aCorridorWithoutAnythingHasListsThatAreEmpty() throws SQLException {
        assertEquals(
                List.of("{} {} {} null 0 0"),
                DATABASE.query("select modes, countries, programmes, measured_km, measured_segments, countable_segments"
                        + " from current_corridor where id = 'bare'"));
    }

    /**
     * Wholes count in place of their parts where one of these has no length: 10 of a, 30 of bc, 20 of de, 60 of jkl, 12 of op, 1 of n. In place
     * of fh its parts count, 7 and 8, which have both. Nothing counts of a whole without a length (i), of one with a part that is not on record
     * (zz), of the smaller of two that share a part (kl), of the first by id where they are as large (no), and of what runs beside (z).
     */
    @Test
    void aLengthIsThatOfItsPartsOrOfTheWholeInTheirPlace() throws SQLException {
        // of 14 that count all but i are measured: a, b, c, d, e, f, h, j, k, l, n, o, p
        assertEquals(
                List.of("148 13 14"),
                DATABASE.query(
                        "select measured_km, measured_segments, countable_segments from current_corridor where id = 'measured'"));
    }

    /**
     * A day that is on record is when a segment opened. Else it is the last that was stated, which is the one with the latest days, then by id.
     * Nothing is known of one without days, of another event, of what was not planned, and of a corridor of the same name.
     */
    @Test
    void anOpeningIsOnRecordOrStatedLast() throws SQLException {
        assertEquals(
                List.of(
                        "a-target 2028-01-01 2028-12-31 t",
                        "as-late 2033-01-01 2033-12-31 t",
                        "by-id 2031-01-01 2031-12-31 t",
                        "on-record 2010-01-01 2010-12-31 f",
                        "stated 2031-01-01 2031-12-31 t"),
                DATABASE.query("select segment, first_day, last_day, announced from current_opening order by segment"));
    }

    /** @param lines the id, the length, whether it counts, and what it is the whole of */
    private static void addSegments(String corridor, String lines) throws SQLException {
        int position = 0;
        for (String line : lines.lines().toList()) {
            String[] words = line.split(" ", -1);
            DATABASE.execute("insert into segment values ('%s')".formatted(words[0]));
            DATABASE.execute("""
                    insert into segment_fact (id, corridor, position, from_location, to_location, mode, name, length_km, counts_in_length,
                                              status, status_note, whole_of, release_id)
                    values ('%s', '%s', %d, 'here', 'there', 'ROAD', '', %s, %s, 'OPERATIONAL', '', '%s', 1)
                    """.formatted(words[0], corridor, ++position, words[1], words[2], words[3]));
        }
    }
}
