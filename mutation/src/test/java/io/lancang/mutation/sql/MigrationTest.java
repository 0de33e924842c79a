package io.lancang.mutation.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lancang.mutation.fault.Edit;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class MigrationTest {
    @Test
    void leavesOutWhatALaterMigrationReplacesOrDrops() {
        assertEquals(
                List.of(
                        "insert into t select 1;",
                        "create function kept() returns int as $$ begin; select 2; end $$;",
                        "create or replace function f() returns int as $f$ select 10; $f$;",
                        "drop view if exists v, w;"),
                inForce(source("V10__b.sql", """
                                create or replace function f() returns int as $f$ select 10; $f$;
                                drop view if exists v, w;
                                """), source("V9__a.sql", """
                                create view v as select 'a;b';
                                insert into t select 1;
                                create function f(a text, b int) returns int as $$ begin; select 9; end $$;
                                create function kept() returns int as $$ begin; select 2; end $$;
                                """)));
    }

    @Test
    void keepsWhatIsMadeAfterItWasDropped() {
        assertEquals(
                List.of("drop function f(text);", "create function f() returns int as 'select 2'"),
                inForce(source("V1__a.sql", """
                        create function f() returns int as 'select 1';
                        drop function f(text);
                        create function f() returns int as 'select 2'
                        """)));
    }

    /** Flyway runs them last, whatever the others are called. */
    @Test
    void leavesOutWhatARepeatableMigrationReplaces() {
        assertEquals(
                List.of("select 10;", "create or replace function f() returns int as $$ select 3; $$;"),
                inForce(
                        source("R__f.sql", "create or replace function f() returns int as $$ select 3; $$;"),
                        source("V10__b.sql", """
                                create or replace function f() returns int as $$ select 2; $$;
                                select 10;
                                """)));
    }

    /** Names that a block puts together stand in a comment, over several lines. */
    @Test
    void leavesOutWhatABlockMakesOfTexts() {
        assertEquals(
                List.of("create view kept as select 4;", "do $$ begin execute 'x'; end $$;"),
                inForce(source("R__f.sql", """
                                -- made here: current_f,
                                --  f_at
                                --
                                --   kept: no name
                                do $$ begin execute 'x'; end $$;
                                """), source("V1__a.sql", """
                                create view current_f as select 1;
                                create function f_at(release bigint) returns int as 'select 2';
                                create view kept as select 4;
                                """)));
    }

    @Test
    void leavesOutABlockAllOfWhoseDefinitionsAreMadeAnew() {
        String block = """
                do $$ begin
                  execute 'create or replace view current_f as select 1 where a = 1';
                  execute 'create or replace function f_at(release bigint) returns integer as ' || past;
                end $$;
                """;
        String again = "do $$ begin perform 1; end $$;";
        String both = "-- made here: current_f, f_at\n" + again;
        String one = "-- made here: current_f\n" + again;

        assertEquals(List.of(again), inForce(source("V1__f.sql", block), source("R__f.sql", both)));
        assertEquals(List.of(block.strip(), again), inForce(source("V1__f.sql", block), source("R__f.sql", one)));
    }

    @Test
    void refusesAFileWithoutAVersion() {
        Migration.Source other = source("a.sql", "select 1");
        assertThrows(IllegalArgumentException.class, () -> inForce(other, source("V1__b.sql", "")));
    }

    /** What else a migration does, it does once. */
    @Test
    void saysInWhichDefinitionAChangeIs() {
        String text =
                "insert into t select 1;\ncreate view v as select 2;\ndo $$ begin execute 'create or replace view w as select 3'; end $$;\n";
        Migration migration =
                Migration.ofAll(List.of(source("V1__a.sql", text))).getFirst();
        int view = text.indexOf("create view");

        assertEquals(
                new Edit.InDefinition(view, text.indexOf("\ndo"), place(text, "2")), migration.edit(place(text, "2")));
        assertEquals(place(text, "1"), migration.edit(place(text, "1")));
        assertEquals(place(text, "3"), migration.edit(place(text, "3")));
    }

    @Test
    void takesABlockOfARepeatableFileForADefinition() {
        String text = "do $$ begin execute 'create or replace view w as select 3'; end $$;\n";
        Migration migration = Migration.ofAll(List.of(source("R__a.sql", text))).getFirst();

        assertEquals(new Edit.InDefinition(0, text.length() - 1, place(text, "3")), migration.edit(place(text, "3")));
    }

    private static Edit.Span place(String text, String what) {
        return new Edit.Span(text.indexOf(what), text.indexOf(what) + what.length(), "9");
    }

    private static Migration.Source source(String name, String text) {
        return new Migration.Source(Path.of(name), text);
    }

    private static List<String> inForce(Migration.Source... sources) {
        return Migration.ofAll(List.of(sources)).stream()
                .flatMap(migration -> migration.inForce().stream()
                        .map(part -> migration.text().substring(part.begin(), part.end())))
                .toList();
    }
}
