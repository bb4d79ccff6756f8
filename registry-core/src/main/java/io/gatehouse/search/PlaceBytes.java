package io.gatehouse.search;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Places as bytes: a version, the question's fingerprint, the marks, and a checksum of it all. */
final class PlaceBytes {
    /** Texts up to so many bytes are always carried: ids are no longer. */
    private static final int SHORT = 64;
    /** So many bytes of longer texts are carried, all in all: the longest name of an experiment or a model fits. */
    private static final int ROOM = 2_048;

    private static final byte VERSION = 1;
    private static final int DIGEST = 16;
    private static final int MOST_BYTES = PageToken.LONGEST * 3 / 4;

    private PlaceBytes() {}

    record Read(byte[] fingerprint, Place place) {}

    static byte[] written(Place place, byte[] fingerprint) {
        ByteBuffer out = ByteBuffer.allocate(MOST_BYTES);
        out.put(VERSION).put(fingerprint);
        int room = ROOM;
        for (Mark mark : place.marks()) {
            room -= write(mark, out, room);
        }
        out.putInt(checksum(Arrays.copyOf(out.array(), out.position())));
        return Arrays.copyOf(out.array(), out.position());
    }

    /** How much room of long texts it took. */
    private static int write(Mark mark, ByteBuffer out, int room) {
        switch (mark) {
            case Mark.Missing missing -> out.put((byte) 'm');
            case Mark.NotANumber notANumber -> out.put((byte) 'n');
            case Mark.Whole whole -> out.put((byte) 'w').putLong(whole.value());
            case Mark.Measured measured -> out.put((byte) 'd').putDouble(measured.value());
            case Mark.Moment moment -> out.put((byte) 'i').putLong(moment.micros());
            case Mark.LongText text -> out.put((byte) 'l').put(HexFormat.of().parseHex(text.digest()));
            case Mark.Text text -> {
                byte[] bytes = text.value().getBytes(StandardCharsets.UTF_8);
                // Half a character, which H2 stores, is none in UTF-8.
                boolean whole = StandardCharsets.UTF_8.newEncoder().canEncode(text.value());
                if (!whole || bytes.length > SHORT && bytes.length > room) {
                    return write(new Mark.LongText(digest(text.value())), out, room);
                }
                out.put((byte) 't').putShort((short) bytes.length).put(bytes);
                return bytes.length > SHORT ? bytes.length : 0;
            }
        }
        return 0;
    }

    static String digest(String text) {
        return HexFormat.of().formatHex(Question.sha256(text), 0, DIGEST);
    }

    /** Empty if they are not ours, or no longer whole. */
    static Optional<Read> read(byte[] bytes) {
        int end = bytes.length - Integer.BYTES;
        if (end <= Question.LENGTH || bytes[0] != VERSION) {
            return Optional.empty();
        }
        byte[] said = Arrays.copyOf(bytes, end);
        if (ByteBuffer.wrap(bytes, end, Integer.BYTES).getInt() != checksum(said)) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(said, 1, end - 1);
        byte[] fingerprint = new byte[Question.LENGTH];
        in.get(fingerprint);
        List<Mark> marks = new ArrayList<>();
        try {
            while (in.hasRemaining()) {
                Optional<Mark> mark = mark(in);
                if (mark.isEmpty()) {
                    return Optional.empty();
                }
                marks.add(mark.get());
            }
        } catch (BufferUnderflowException | CharacterCodingException notOurs) {
            return Optional.empty();
        }
        return marks.isEmpty() ? Optional.empty() : Optional.of(new Read(fingerprint, new Place(marks)));
    }

    /** Empty for what no database stores. */
    private static Optional<Mark> mark(ByteBuffer in) throws CharacterCodingException {
        @Nullable
        Mark mark = switch (in.get()) {
            case 'm' -> new Mark.Missing();
            case 'n' -> new Mark.NotANumber();
            case 'w' -> new Mark.Whole(in.getLong());
            case 'd' -> new Mark.Measured(in.getDouble());
            case 'i' -> new Mark.Moment(in.getLong());
            case 'l' -> new Mark.LongText(HexFormat.of().formatHex(some(in, DIGEST)));
            case 't' -> {
                byte[] text = some(in, Short.toUnsignedInt(in.getShort()));
                yield new Mark.Text(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(text))
                        .toString());
            }
            default -> null;
        };
        return Optional.ofNullable(mark).filter(PlaceBytes::isStorable);
    }

    private static boolean isStorable(Mark mark) {
        return switch (mark) {
            case Mark.Measured measured -> !Double.isNaN(measured.value());
            case Mark.Moment moment -> Predicates.isStorable(moment.micros() / 1_000);
            case Mark.Text text -> text.value().indexOf('\0') < 0;
            default -> true;
        };
    }

    private static byte[] some(ByteBuffer in, int length) {
        if (length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static int checksum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return (int) sum.getValue();
    }
}
