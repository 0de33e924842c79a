package io.lancang.trade.complexity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
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

    /**
     * The definition of the Atlas of Economic Complexity (Hausmann, Hidalgo and others, 2014, technical box 2.1), worked by hand on an example of
     * our own, since no small one with published indices was found. Of five products the first economy makes all, the second the last three,
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
}
