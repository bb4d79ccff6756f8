package io.gatehouse.reports;

import org.apache.poi.xddf.usermodel.XDDFColor;
import org.apache.poi.xddf.usermodel.XDDFColorRgbBinary;
import org.apache.poi.xssf.usermodel.XSSFColor;

/** The colours of all workbooks, the same as those of the screens. Text on its ground has a contrast of at least 4.5. */
enum Palette {
    TEXT(0x1A1F29),
    TEXT_QUIET(0x4A5464),
    ACCENT(0x1F4E9E),
    RULE(0xDDE1E7),
    BAND(0xF6F7F9),
    WHITE(0xFFFFFF),
    /** First series of a chart, and the header of every table. */
    CHART(0x12436D),
    /** The one mark that the title of a chart speaks of, and the second series. */
    CHART_FOCUS(0xF46A25),
    /** The same where an orange whisker has to show on it. */
    CHART_FOCUS_DARK(0x801650),
    CHART_QUIET(0xB4BECC);

    private final byte[] rgb;

    Palette(int rgb) {
        this.rgb = bytes(rgb);
    }

    XSSFColor cell() {
        return new XSSFColor(rgb.clone(), null);
    }

    XDDFColor drawing() {
        return new XDDFColorRgbBinary(rgb.clone());
    }

    static byte[] bytes(int rgb) {
        return new byte[] {(byte) (rgb >> 16), (byte) (rgb >> 8), (byte) rgb};
    }
}
