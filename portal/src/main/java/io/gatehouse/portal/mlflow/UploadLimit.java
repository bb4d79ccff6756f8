package io.gatehouse.portal.mlflow;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The largest file that this installation takes, by {@code gatehouse.artifacts.largest-file}; one file must not fill the disk. */
@Component
class UploadLimit {
    private final DataSize largest;

    UploadLimit(@Value("${gatehouse.artifacts.largest-file:5GB}") DataSize largest) {
        this.largest = largest;
    }

    /**
     * The upload, which ends with a refusal where it grows too large.
     *
     * @param announced bytes; negative if the sender did not say
     * @throws MlflowRefusal if it announces more than fits
     */
    InputStream on(InputStream upload, long announced) {
        return on(upload, announced, 0);
    }

    /** As above, for a part of a file of which some bytes are here already. */
    InputStream on(InputStream upload, long announced, long before) {
        if (before + announced > largest.toBytes()) {
            throw tooLarge("has " + (before + announced) + " bytes");
        }
        return new Counted(upload, before);
    }

    private MlflowRefusal tooLarge(String size) {
        return MlflowRefusal.invalid("The file " + size + ", and this installation takes files of up to "
                + largest.toBytes() + " bytes. Log it in parts, or ask an administrator to raise"
                + " gatehouse.artifacts.largest-file. Nothing was stored.");
    }

    private final class Counted extends FilterInputStream {
        private long received;

        private Counted(InputStream upload, long before) {
            super(upload);
            this.received = before;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int read) {
            received += read;
            if (received > largest.toBytes()) {
                throw tooLarge("is too large");
            }
        }
    }
}
