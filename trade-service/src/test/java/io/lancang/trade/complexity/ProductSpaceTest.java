package io.lancang.trade.complexity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Three economies and three products: the first makes all, the second two, the third one. The matrix of economies is
 * [11/18 5/18 2/18; 5/12 5/12 2/12; 1/3 1/3 1/3] with the eigenvalues 1, 1/4 and 1/9 (their sum is the trace, 49/36). The vector
 * to 1/4 is (1, -1/2, -2): 11 - 5/2 - 4 = 18/4, 5 - 5/2 - 4 = -12/8, 1 - 1/2 - 2 = -3/2 = 3 * (-2)/4.
 */
class ProductSpaceTest {
    private static final boolean[][] NESTED = {{true, true, true}, {true, true, false}, {true, false, false}};

    /** Mean -1/2, deviations 3/2, 0, -3/2, standard deviation the root of 3/2: the root of 3/2 above and below the mean. */
    @Test
    void ranksEconomiesByTheSecondEigenvector() {
        double[] index = new ProductSpace(NESTED).economies();

        assertArrayEquals(new double[] {Math.sqrt(1.5), 0, -Math.sqrt(1.5)}, index, 1e-9);
    }

    /** Means over who makes them: (1 - 1/2 - 2) / 3 = -1/2, (1 - 1/2) / 2 = 1/4, 1. Deviations -3/4, 0, 3/4. */
    @Test
    void ranksProductsByWhoMakesThem() {
        double[] index = new ProductSpace(NESTED).products();

        assertArrayEquals(new double[] {-Math.sqrt(1.5), 0, Math.sqrt(1.5)}, index, 1e-9);
    }

    /** The first product is made by three, with the second by two of them, with the third by one. */
    @Test
    void isNearWhatTheSameEconomiesMake() {
        ProductSpace space = new ProductSpace(NESTED);

        assertArrayEquals(new double[] {1, 2.0 / 3, 1.0 / 3}, space.proximities(0), 1e-12);
        assertArrayEquals(new double[] {1.0 / 3, 0.5, 1}, space.proximities(2), 1e-12);
        assertArrayEquals(new double[] {3, 2, 1}, space.diversity());
        assertArrayEquals(new double[] {3, 2, 1}, space.ubiquity());
    }

    @Test
    void isUndefinedWhereAllAreAlikeAndForWhoMakesNothing() {
        boolean[][] alike = {{true, true}, {true, true}};
        boolean[][] withNobody = {{true, true, false}, {true, false, false}, {false, false, false}};

        assertTrue(IntStream.range(0, 2).allMatch(c -> Double.isNaN(new ProductSpace(alike).economies()[c])));
        assertTrue(Double.isNaN(new ProductSpace(withNobody).economies()[2]));
        assertTrue(Double.isNaN(new ProductSpace(withNobody).products()[2]));
        assertTrue(new ProductSpace(withNobody).economies()[0] > 0);
    }

    /** Shares 3/4 and 1/4 of A, 1/4 and 3/4 of B, 1/2 and 1/2 of both: indices 3/2 and 1/2. */
    @Test
    void makesWhatItHasAnAdvantageIn() {
        ExportMatrix matrix =
                new ExportMatrix(List.of("A", "B"), List.of("p", "q"), new double[][] {{75, 25}, {25, 75}}, 1);

        boolean[][] has = matrix.advantages();

        assertEquals(List.of(true, false, false, true), List.of(has[0][0], has[0][1], has[1][0], has[1][1]));
    }

    /** Nobody sells the second product, and the second economy sells nothing: nothing is no less than its share of nothing. */
    @Test
    void makesNothingThatItDoesNotSell() {
        ExportMatrix matrix =
                new ExportMatrix(List.of("A", "B"), List.of("p", "q"), new double[][] {{10, 0}, {0, 0}}, 1);

        boolean[][] has = matrix.advantages();

        assertEquals(List.of(true, false, false, false), List.of(has[0][0], has[0][1], has[1][0], has[1][1]));
    }

    /**
     * The definition of the Atlas of Economic Complexity (Hausmann, Hidalgo and others, 2014, technical box 2.1), worked by hand on an example of
     * our own. Of five products the first economy makes all, the second the last three,
     * the third the last alone: diversities 5, 3, 1, ubiquities 1, 1, 2, 2, 3. The matrix of economies is [2/3 4/15 1/15; 4/9 4/9 1/9; 1/3 1/3 1/3].
     * Its trace is 13/9 and its determinant 2/45, so that the eigenvalues other than 1 have the sum 4/9 and the product 2/45: the larger is
     * e = (4/9 + sqrt(8/405)) / 2 = 0.292495. With -1 for the third economy its row says x + y = 1 - 3e, the second row y = (3 - 12e) / (9e):
     * the vector is (0.316228, -0.193713, -1), with mean -0.292495 and standard deviation 0.541869. Products are the means 0.316228 twice,
     * 0.061257 twice and -0.292495, with mean 0.092495 and standard deviation 0.223733.
     */
    @Test
    void followsTheDefinitionOfTheAtlas() {
        boolean[][] makes = {
            {true, true, true, true, true}, {false, false, true, true, true}, {false, false, false, false, true}
        };
        ProductSpace space = new ProductSpace(makes);

        assertArrayEquals(new double[] {5, 3, 1}, space.diversity());
        assertArrayEquals(new double[] {1, 1, 2, 2, 3}, space.ubiquity());
        assertArrayEquals(new double[] {1.123377, 0.182299, -1.305676}, space.economies(), 1e-6);
        assertArrayEquals(new double[] {1, 1, -0.139620, -0.139620, -1.720759}, space.products(), 1e-6);
    }

    /**
     * An example with published indices: made-up exports of nine economies in twelve products, with the indices of advantage, of economies and
     * products (method eigenvalues) and proximities, in the vignette of 18 January 2020 of the package economiccomplexity 1.0 for R (M. Vargas;
     * github.com/pachadotdev/economiccomplexity, docs/articles/basic-usage.html). It divides by the deviation of a sample, of n - 1: the
     * indices here are the root of n / (n - 1) times those.
     */
    @Test
    void agreesWithPublishedIndices() {
        double[][] exports = {
            {0, 10, 50, 1350, 0, 1000, 0, 0, 0, 12, 120, 0},
            {0, 0, 0, 0, 0, 5000, 0, 0, 0, 0, 0, 0},
            {0, 0, 0, 0, 0, 2000, 50, 150, 12, 10, 0, 0},
            {345, 123, 654, 356, 0, 700, 120, 89, 12, 50, 500, 12},
            {0, 200, 0, 100, 0, 1250, 20, 70, 0, 0, 0, 0},
            {0, 234, 1, 5, 0, 900, 9, 12, 0, 5, 8, 7},
            {0, 0, 0, 2, 1, 0, 0, 0, 0, 5, 4, 0},
            {23, 3, 300, 500, 1, 10000, 5000, 1000, 0, 100, 20, 0},
            {0, 5000, 0, 0, 0, 600, 0, 0, 0, 0, 0, 1}
        };
        List<String> advantages = List.of(
                "...1......1.",
                ".....1......",
                ".....1.11...",
                "1.11....1111",
                "...1.1.1....",
                ".1...1.....1",
                "...11....11.",
                "....1111.1..",
                ".1..........");
        double[] economies = {
            0.80930502,
            -0.05046209,
            0.27062552,
            0.52370159,
            0.37269206,
            -0.89692342,
            0.77446154,
            0.48135621,
            -2.28475643
        };
        double[] products = {
            0.4160916,
            -2.9019977,
            0.4160916,
            0.5672637,
            0.5796113,
            -0.3500494,
            0.3496442,
            0.1825819,
            0.2175311,
            0.5251047,
            0.6966412,
            -0.6985142
        };
        double[] nearTheTenth = {1.0 / 3, 0, 1.0 / 3, 0.5, 2.0 / 3, 0.2, 1.0 / 3, 1.0 / 3, 1.0 / 3, 1, 2.0 / 3, 1.0 / 3
        };
        ExportMatrix matrix = new ExportMatrix(codes(9), codes(12), exports, 1);
        boolean[][] makes = matrix.advantages();
        ProductSpace space = new ProductSpace(makes);

        assertEquals(advantages, Stream.of(makes).map(ProductSpaceTest::written).toList());
        assertArrayEquals(ofAll(economies), space.economies(), 1e-7);
        assertArrayEquals(ofAll(products), space.products(), 1e-6);
        assertArrayEquals(nearTheTenth, space.proximities(9), 1e-12);
    }

    private static List<String> codes(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toList();
    }

    private static String written(boolean[] row) {
        return IntStream.range(0, row.length).mapToObj(p -> row[p] ? "1" : ".").collect(Collectors.joining());
    }

    /** What is divided by the deviation of a sample, divided by that of all. */
    private static double[] ofAll(double[] index) {
        double n = index.length;
        return DoubleStream.of(index).map(each -> each * Math.sqrt(n / (n - 1))).toArray();
    }
}
