package io.lancang.mutation.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFaultsTest {
    @Test
    void dropsEachConjunctOfAWhere() {
        assertEquals(
                List.of(
                        "select a from t where (true or (a = 1)) and b between 2 and 3 and (c or d)",
                        "select a from t where a = 1 and (true or (b between 2 and 3)) and (c or d)",
                        "select a from t where a = 1 and b between 2 and 3 and (true or ((c or d)))"),
                faulty("select a from t where a = 1 and b between 2 and 3 and (c or d)"));
    }

    @Test
    void dropsAlternativesAsOne() {
        assertEquals(
                List.of("select a from t where (true or (a = 1 or b = 2 and c = 3))"),
                faulty("select a from t where a = 1 or b = 2 and c = 3"));
    }

    @Test
    void dropsConjunctsOfJoinsAndKnowsWhereAClauseEnds() {
        assertEquals(
                List.of(
                        "select a from t join u on (true or (u.id = t.id)) and u.x = left(t.x, 2) join v on v.id = u.id group by a",
                        "select a from t join u on u.id = t.id and (true or (u.x = left(t.x, 2))) join v on v.id = u.id group by a",
                        "select a from t join u on u.id = t.id and u.x = left(t.x, 2) join v on (true or (v.id = u.id)) group by a"),
                faulty(
                        "select a from t join u on u.id = t.id and u.x = left(t.x, 2) join v on v.id = u.id group by a"));
    }

    @ParameterizedTest
    @CsvSource({
        "insert into t (a) values (1) on conflict (a) do nothing",
        "create index i on t (a)",
        "create table t (a int references u on delete cascade)",
        // What looks like SQL in a string or a comment is none.
        "select 'where a = 1' -- order by a",
    })
    void leavesAloneWhatIsNoConditionOfAQuery(String sql) {
        assertEquals(List.of(), faulty(sql));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order by a              | order by a desc",
                "order by a loop execute b | order by a desc loop execute b",
                "order by a desc         | order by a asc",
                "order by f(a, b) nulls last limit 1 | order by f(a, b) desc nulls last limit 1",
            })
    void turnsAnOrderRound(String sql, String faulty) {
        assertEquals(List.of(faulty), faulty(sql));
    }

    @Test
    void dropsNothingThatIsAlwaysTrueAndEndsWithTheBodyOfAFunction() {
        assertEquals(
                List.of("as $$ select a from t where true and (true or (b = 1)) $$ language sql"),
                faulty("as $$ select a from t where true and b = 1 $$ language sql"));
    }

    @Test
    void dropsWhichRowsAnIndexKeepsUniqueAndNotWhichItFinds() {
        assertEquals(List.of(), faulty("create index i on t (a) where b is null"));
        assertEquals(
                List.of("create unique index i on t (a) where (true or (b is null))"),
                faulty("create unique index i on t (a) where b is null"));
    }

    @Test
    void turnsEachOrderRoundByItself() {
        assertEquals(
                List.of("(partition by x order by a desc, b desc)", "(partition by x order by a, b asc)"),
                faulty("(partition by x order by a, b desc)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "select a >= b               | select a > b",
                "select a < b                | select a <= b",
                "select coalesce(a, b, 0)    | select (a)",
                "select coalesce(f(a, b), 0) | select (f(a, b))",
                "select count(distinct a)    | select count( a)",
                "select distinct on (a) b    | select  b",
                "select a is not distinct from b | select a = b",
                "select a is distinct from b | select a <> b",
                "from a left join b using (c) | from a join b using (c)",
            })
    void makesTheSlipsOfOneWord(String sql, String faulty) {
        assertEquals(List.of(faulty), faulty(sql));
    }

    @Test
    void seesConditionsInsideOfCaseAndOfSubqueries() {
        assertEquals(
                List.of(
                        "select case when a > 1 and b then 1 end from t where (true or (exists (select 1 from u where u.a = t.a)))",
                        "select case when a > 1 and b then 1 end from t where exists (select 1 from u where (true or (u.a = t.a)))"),
                faulty("select case when a > 1 and b then 1 end from t where exists (select 1 from u where u.a = t.a)")
                        .stream()
                        .filter(sql -> sql.contains("true"))
                        .toList());
    }

    @Test
    void takesOnlyTextBlocksWithSqlFromJava() {
        String java = """
                // "\""select 1 where comment"\""
                String name = "where a = 1";
                char quote = '"';
                String sql = ""\"
                    select a from t where a = 1
                    ""\";
                String json = ""\"
                    {"a > b": 1}
                    ""\";
                """;
        assertEquals(
                List.of("drops a = 1"),
                SqlTexts.inJava(java).stream().map(SqlFaults.SqlFault::what).toList());
    }

    @Test
    void takesStatementsThatArePutTogetherOfStrings() {
        String java = """
                String text = "Those where a is " + "known and b is not.";
                String sql = "select a from " + table("t") + " t where t.a = " + a
                        + " and t.b = 2 order by t.c";
                run("delete from t where a = 1", "no statement where b = 2", "update t set a = 1 where b = " + b);
                """;
        assertEquals(
                List.of("""
                        select a from " + table("t") + " t where (true or (t.a = " + a
                                + ")) and t.b = 2 order by t.c\
                        """, """
                        select a from " + table("t") + " t where t.a = " + a
                                + " and (true or (t.b = 2)) order by t.c\
                        """, """
                        select a from " + table("t") + " t where t.a = " + a
                                + " and t.b = 2 order by t.c desc\
                        """, "delete from t where (true or (a = 1))"),
                SqlTexts.inJava(java).stream()
                        .map(fault -> fault.edit().applyTo(java))
                        .map(faulty -> faulty.contains("where a = 1\"")
                                ? faulty.substring(faulty.indexOf("select"), faulty.indexOf("\";\nrun"))
                                : faulty.substring(faulty.indexOf("delete"), faulty.indexOf("\", \"no")))
                        .toList());
    }

    private static List<String> faulty(String sql) {
        return SqlFaults.of(sql, 0, sql.length()).stream()
                .map(fault -> fault.edit().applyTo(sql))
                .toList();
    }
}
