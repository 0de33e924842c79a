package io.lancang.federation.execute.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AddressesTest {
    @Test
    void takesMoreThanThereIsRoomForAtFirst() {
        Addresses addresses = new Addresses(0);
        for (int index = 0; index < 100; index++) {
            addresses.add(index * 3);
        }

        assertEquals(100, addresses.size());
        assertEquals(0, addresses.get(0));
        assertEquals(48, addresses.get(16), "the first that the first room has no place for");
        assertEquals(297, addresses.get(99));
    }

    @Test
    void isEmptyAndTakesOthersOnceItIsCleared() {
        Addresses addresses = new Addresses();
        addresses.add(1);
        addresses.add(2);
        addresses.clear();
        addresses.add(3);

        assertEquals(1, addresses.size());
        assertEquals(3, addresses.get(0));
    }
}
