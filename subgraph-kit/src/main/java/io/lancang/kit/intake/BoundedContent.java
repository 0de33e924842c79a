package io.lancang.kit.intake;

import io.lancang.kit.error.ErrorCode;
import io.lancang.kit.error.ServiceException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/**
 * The unpacked content of a file, which has a greatest size, and is no more than so many times as large as what was sent: some
 * kilobytes of gzip can stand for gigabytes. Belongs to one thread.
 */
final class BoundedContent extends FilterInputStream {
    /** Small files may repeat themselves as they like. */
    private static final long SMALL = 16L << 20;

    private final LongSupplier sent;
    private final long largestFile;
    private final int greatestRatio;
    private long unpacked;

    /** @param sent how many bytes have been sent so far */
    BoundedContent(InputStream content, LongSupplier sent, IntakeConfig config) {
        super(content);
        this.sent = sent;
        this.largestFile = config.largestFile().asLongValue();
        this.greatestRatio = config.greatestRatio();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    /** @throws ServiceException LIMIT_EXCEEDED if it is too large */
    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        unpacked += Math.max(0, count);
        if (unpacked > largestFile) {
            throw tooLarge("has more than " + largestFile + " bytes, the most that a file may have");
        }
        if (unpacked > SMALL && unpacked / greatestRatio > sent.getAsLong()) {
            throw tooLarge("is packed to less than 1/" + greatestRatio + " of its size, the least that is taken");
        }
        return count;
    }

    private static ServiceException tooLarge(String rule) {
        return new ServiceException(
                ErrorCode.LIMIT_EXCEEDED,
                "The file, unpacked, " + rule + ". Nothing was loaded.",
                "Send it in parts, or not packed. Its operators can allow more: lancang.intake.largest-file,"
                        + " lancang.intake.greatest-ratio.");
    }
}
