package io.lancang.trade.product;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class ChineseSearchTest {
    @Test
    void takesARunApartIntoPairs() {
        assertArrayEquals(new String[] {"%橡胶%", "%轮胎%"}, ChineseSearch.patterns("橡胶轮胎"));
        assertArrayEquals(new String[] {"%活动%", "%动物%"}, ChineseSearch.patterns("活动物"));
        assertArrayEquals(new String[] {"%橡%"}, ChineseSearch.patterns("橡"));
    }

    @Test
    void keepsWhatIsWrittenApartApart() {
        assertArrayEquals(new String[] {"%橡胶%", "%制品%"}, ChineseSearch.patterns("橡胶，制品 "));
        assertArrayEquals(new String[] {"%LED%", "%灯具%"}, ChineseSearch.patterns("LED灯具"));
    }

    @Test
    void takesSignsOfPatternsForThemselves() {
        assertArrayEquals(new String[] {"%棉花%", "%100\\%%"}, ChineseSearch.patterns("棉花100%"));
        assertArrayEquals(new String[] {"%\\_%", "%棉%"}, ChineseSearch.patterns("_棉"));
    }

    /** A character beyond the first plane is two of Java's. */
    @Test
    void countsCharactersAndNotTheirHalves() {
        assertArrayEquals(new String[] {"%𠮷野%", "%家具%"}, ChineseSearch.patterns("𠮷野家具"));
    }

    @Test
    void isNoneWithoutAChineseCharacter() {
        assertNull(ChineseSearch.patterns("rubber %"));
    }
}
