package io.gatehouse.artifacts;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Some bytes of a file, read where they lie. */
final class PartOfFile extends InputStream {
    private final FileChannel file;
    private long at;
    private long left;

    /** @param file closed with this stream */
    PartOfFile(FileChannel file, long from, long length) {
        this.file = file;
        this.at = from;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left <= 0) {
            return -1;
        }
        int read = file.read(ByteBuffer.wrap(buffer, offset, (int) Math.min(length, left)), at);
        at += Math.max(read, 0);
        left -= Math.max(read, 0);
        return read;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
