package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.i18n.I18NProvider;
import io.gatehouse.sentences.Language;
import java.text.DateFormatSymbols;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The words of fields that bring words of their own, and how days are typed into them, in the language of the reader. */
public final class FieldWords {
    private FieldWords() {}

    /** Of fields for a day; weeks begin on Monday. Days are taken as they are shown elsewhere, and as addresses write them. */
    public static DatePickerI18n days() {
        Locale locale = Reader.language().locale();
        DateFormatSymbols names = DateFormatSymbols.getInstance(locale);
        return new DatePickerI18n()
                .setDateFormats(Figures.dayPattern(), shortly(), "yyyy-MM-dd")
                .setFirstDayOfWeek(DayOfWeek.MONDAY.getValue())
                .setMonthNames(Arrays.asList(names.getMonths()).subList(0, 12))
                .setWeekdays(weekdays(TextStyle.FULL, locale))
                .setWeekdaysShort(weekdays(TextStyle.SHORT, locale))
                .setToday(text("field.today"))
                .setCancel(text("field.cancel"));
    }

    private static String shortly() {
        return Reader.language() == Language.GERMAN ? "d.M.yyyy" : "d/M/yyyy";
    }

    /** From Sunday, as the field counts them. */
    private static List<String> weekdays(TextStyle style, Locale locale) {
        return Stream.of(DayOfWeek.values())
                .map(day -> day.minus(1).getDisplayName(style, locale))
                .toList();
    }

    /** Of an upload of one file. */
    public static UploadI18N upload() {
        UploadI18N words = new UploadI18N();
        words.setDropFiles(new UploadI18N.DropFiles().setOne(text("outcomes.send.drop")));
        words.setUploading(new UploadI18N.Uploading()
                .setStatus(new UploadI18N.Uploading.Status()
                        .setConnecting(text("field.upload.connecting"))
                        .setStalled(text("field.upload.stalled"))
                        .setProcessing(text("field.upload.processing"))
                        .setHeld(text("field.upload.held")))
                .setRemainingTime(new UploadI18N.Uploading.RemainingTime()
                        .setPrefix(text("field.upload.remaining"))
                        .setUnknown(text("field.upload.remaining.unknown")))
                .setError(new UploadI18N.Uploading.Error()
                        .setServerUnavailable(text("outcomes.send.failed"))
                        .setUnexpectedServerError(text("outcomes.send.failed"))
                        .setForbidden(text("not-permitted.badge"))));
        return words;
    }

    private static String text(String key) {
        return I18NProvider.translate(key);
    }
}
