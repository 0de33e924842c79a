package io.lancang.trade.complexity;

import java.util.Arrays;

/**
 * The method of the Atlas of Economic Complexity (Hausmann, Hidalgo and others 2014), from who makes what. Diversity is how many
 * products an economy makes, ubiquity how many economies make a product. Complexity of economies is the eigenvector to the second
 * largest eigenvalue of the matrix with sum over p of M(c,p) M(c',p) / (diversity(c) ubiquity(p)); that of a product is the mean
 * complexity of those who make it. Both are standardised, to mean 0 and standard deviation 1, and point to where diversity is.
 */
final class ProductSpace {
    private static final int MOST_STEPS = 5_000;
    private static final double PRECISE = 1e-13;

    private final boolean[][] makes;
    private final double[] diversity;
    private final double[] ubiquity;
    /** Of economies, not standardised. */
    private final double[] complexity;

    /** @param makes by economy and product */
    ProductSpace(boolean[][] makes) {
        this.makes = makes;
        this.diversity = new double[makes.length];
        this.ubiquity = new double[makes.length == 0 ? 0 : makes[0].length];
        for (int c = 0; c < makes.length; c++) {
            for (int p = 0; p < ubiquity.length; p++) {
                if (makes[c][p]) {
                    diversity[c]++;
                    ubiquity[p]++;
                }
            }
        }
        this.complexity = eigenvector();
    }

    /** How many products each economy makes. */
    double[] diversity() {
        return diversity.clone();
    }

    /** How many economies make each product. */
    double[] ubiquity() {
        return ubiquity.clone();
    }

    /** Complexity of each economy; NaN for one that makes nothing, and for all where all are alike. */
    double[] economies() {
        return standardised(complexity, diversity);
    }

    /** Complexity of each product; NaN for one that nobody makes, and for all where all are alike. */
    double[] products() {
        double[] means = new double[ubiquity.length];
        for (int p = 0; p < means.length; p++) {
            for (int c = 0; c < makes.length; c++) {
                if (makes[c][p]) {
                    means[p] += complexity[c] / ubiquity[p];
                }
            }
        }
        return standardised(means, ubiquity);
    }

    /** How near each product is to one: the lesser of the two chances that who makes one makes the other; 0 if nobody does. */
    double[] proximities(int product) {
        double[] near = new double[ubiquity.length];
        for (int other = 0; other < near.length; other++) {
            int both = 0;
            for (boolean[] economy : makes) {
                if (economy[product] && economy[other]) {
                    both++;
                }
            }
            near[other] = both == 0 ? 0 : both / Math.max(ubiquity[product], ubiquity[other]);
        }
        return near;
    }

    /**
     * The second eigenvector. The matrix is similar to a symmetric one without negative eigenvalues, whose first eigenvector is
     * the root of diversity: a vector without that one grows into the second by multiplying.
     */
    private double[] eigenvector() {
        double[] first = normed(Arrays.stream(diversity).map(Math::sqrt).toArray());
        double[] vector = new double[diversity.length];
        for (int c = 0; c < vector.length; c++) {
            // Any start but the first eigenvector; diversity itself is rarely at right angles to the second.
            vector[c] = diversity[c] * Math.sqrt(diversity[c]) + 1e-3 * c * Math.sqrt(diversity[c]);
        }
        vector = normed(without(first, vector));
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] next = normed(without(first, multiplied(vector)));
            double change = 0;
            for (int c = 0; c < next.length; c++) {
                change = Math.max(change, Math.abs(next[c] - vector[c]));
            }
            vector = next;
            if (change < PRECISE) {
                break;
            }
        }
        double[] unscaled = new double[vector.length];
        for (int c = 0; c < vector.length; c++) {
            unscaled[c] = diversity[c] == 0 ? 0 : vector[c] / Math.sqrt(diversity[c]);
        }
        return towardsDiversity(unscaled);
    }

    private double[] multiplied(double[] vector) {
        double[] ofProduct = new double[ubiquity.length];
        for (int c = 0; c < vector.length; c++) {
            for (int p = 0; p < ofProduct.length; p++) {
                if (makes[c][p]) {
                    ofProduct[p] += vector[c] / Math.sqrt(diversity[c]) / ubiquity[p];
                }
            }
        }
        double[] product = new double[vector.length];
        for (int c = 0; c < product.length; c++) {
            for (int p = 0; p < ofProduct.length; p++) {
                if (makes[c][p]) {
                    product[c] += ofProduct[p] / Math.sqrt(diversity[c]);
                }
            }
        }
        return product;
    }

    private static double[] without(double[] direction, double[] vector) {
        double along = 0;
        for (int c = 0; c < vector.length; c++) {
            along += direction[c] * vector[c];
        }
        double[] rest = new double[vector.length];
        for (int c = 0; c < vector.length; c++) {
            rest[c] = vector[c] - along * direction[c];
        }
        return rest;
    }

    private static double[] normed(double[] vector) {
        double norm = Math.sqrt(Arrays.stream(vector).map(each -> each * each).sum());
        return norm < 1e-9
                ? new double[vector.length]
                : Arrays.stream(vector).map(each -> each / norm).toArray();
    }

    private double[] towardsDiversity(double[] vector) {
        double mean = Arrays.stream(diversity).average().orElse(0);
        double together = 0;
        for (int c = 0; c < vector.length; c++) {
            together += vector[c] * (diversity[c] - mean);
        }
        return together < 0 ? Arrays.stream(vector).map(each -> -each).toArray() : vector;
    }

    private static double[] standardised(double[] values, double[] counts) {
        int number = 0;
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            if (counts[i] > 0) {
                number++;
                sum += values[i];
            }
        }
        double mean = sum / number;
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            squares += counts[i] > 0 ? (values[i] - mean) * (values[i] - mean) : 0;
        }
        double deviation = Math.sqrt(squares / number);
        double[] standard = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            standard[i] = counts[i] > 0 && deviation > 1e-9 ? (values[i] - mean) / deviation : Double.NaN;
        }
        return standard;
    }
}
