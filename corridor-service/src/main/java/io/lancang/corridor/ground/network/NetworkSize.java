package io.lancang.corridor.ground.network;

import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;

/**
 * How large a network is, counted before it is read.
 *
 * @param places how many locations
 * @param codes how many UN/LOCODEs and IATA codes they have
 * @param placeText bytes of their ids and codes
 * @param links how many segments
 * @param linkText bytes of the segments' ids
 */
record NetworkSize(int places, int codes, long placeText, int links, long linkText) {
    private static final long BYTES_A_PLACE = 2L * Double.BYTES + 2L * Integer.BYTES;
    private static final long BYTES_A_CODE = Integer.BYTES;
    /** Ends, traits, gauges, whole and travel; three lengths; an arc at each end, with link and other end. */
    private static final long BYTES_A_LINK = 6L * Integer.BYTES + 3L * Double.BYTES + 4L * Integer.BYTES;

    /** Bytes of memory that it takes while it is kept. */
    long memory() {
        return places * BYTES_A_PLACE
                + codes * BYTES_A_CODE
                + Texts.memory(places + (long) codes, placeText)
                + links * BYTES_A_LINK
                + Texts.memory(links, linkText);
    }

    /**
     * Refuses a network for which there is no room.
     *
     * @throws ServiceException LIMIT_EXCEEDED with the size that would be needed
     */
    void check(long most) {
        if (memory() > most) {
            throw tooLarge(
                    "The network of " + places + " locations and " + links + " segments needs " + memory()
                            + " bytes of memory; " + most + " are allowed.",
                    memory());
        }
    }

    /** Says how much room is needed, and where it is given. */
    static ServiceException tooLarge(String message, long needed) {
        long mebibytes = needed / (1024 * 1024) + 1;
        return new ServiceException(
                ErrorCode.LIMIT_EXCEEDED,
                message,
                "The service's operator may set `lancang.network.memory` to " + mebibytes
                        + "M or more, and give the process as much more heap.");
    }
}
