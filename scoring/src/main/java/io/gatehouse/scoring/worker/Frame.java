package io.gatehouse.scoring.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * One message between portal and worker: four bytes of length, one of kind, then JSON.
 *
 * @param kind what the JSON is
 * @param json in UTF-8
 */
record Frame(Kind kind, byte[] json) {

    /** Tasks go to the worker, all others come from it. The order is part of the protocol; both ends come from one jar. */
    enum Kind {
        REDUCE,
        READ_BATCH,
        READ_OUTCOMES,
        READ_MODEL,
        INSPECT,
        READY,
        ROWS,
        RESULT,
        FAULT
    }

    /** A worker is not trusted either: what claims to be longer is not read. */
    static final int LONGEST = 64 << 20;

    private static final Kind[] KINDS = Kind.values();

    void write(DataOutputStream out) throws IOException {
        if (json.length > LONGEST) {
            throw new IOException("A message of " + json.length + " bytes is longer than " + LONGEST);
        }
        out.writeInt(json.length);
        out.writeByte(kind.ordinal());
        out.write(json);
        out.flush();
    }

    /** The next message; null if the other end has closed the pipe between two messages. */
    static @Nullable Frame read(DataInputStream in) throws IOException {
        int length;
        try {
            length = in.readInt();
        } catch (EOFException closed) {
            return null;
        }
        int kind = in.readUnsignedByte();
        if (length < 0 || length > LONGEST || kind >= KINDS.length) {
            throw new IOException("Not a message: " + length + " bytes of kind " + kind);
        }
        byte[] json = new byte[length];
        in.readFully(json);
        return new Frame(KINDS[kind], json);
    }
}
