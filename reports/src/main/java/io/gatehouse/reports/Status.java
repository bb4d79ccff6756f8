package io.gatehouse.reports;

import org.apache.poi.xssf.usermodel.XSSFColor;

/** What a word calls for. A status always comes with its word, since colour alone does not reach everybody. */
enum Status {
    OK(0x0B6B3A, 0xE4F4EA),
    WATCH(0x7A4B00, 0xFFF2D6),
    ACT(0xA4161A, 0xFDE9E9),
    INFO(0x1F4E9E, 0xE6EFFB),
    NONE(0x4A5464, 0xECEEF2);

    private final int foreground;
    private final int background;

    Status(int foreground, int background) {
        this.foreground = foreground;
        this.background = background;
    }

    XSSFColor foreground() {
        return new XSSFColor(Palette.bytes(foreground), null);
    }

    XSSFColor background() {
        return new XSSFColor(Palette.bytes(background), null);
    }
}
