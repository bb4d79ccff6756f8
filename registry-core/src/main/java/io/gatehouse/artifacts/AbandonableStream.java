package io.gatehouse.artifacts;

import java.io.FilterInputStream;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/** An object on its way here. Whoever stops early does not wait for the rest. */
final class AbandonableStream extends FilterInputStream {
    private final ResponseInputStream<GetObjectResponse> object;
    private boolean read;

    AbandonableStream(ResponseInputStream<GetObjectResponse> object) {
        super(object);
        this.object = object;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        read = one < 0;
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        read = count < 0;
        return count;
    }

    @Override
    public void close() throws IOException {
        if (!read) {
            object.abort();
        }
        super.close();
    }
}
