package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.textfield.BigDecimalField;
import io.gatehouse.sentences.Language;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Lets a field for a number take thousands as people write them: {@code 1,234.5}, in German {@code 1.234,5}. */
public final class Grouped {
    private static final Pattern ENGLISH = Pattern.compile("[-+]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d*)?");
    private static final Pattern GERMAN = Pattern.compile("[-+]?\\d{1,3}(?:\\.\\d{3})+(?:,\\d*)?");

    private Grouped() {}

    /** The field by itself knows the decimal sign of its reader, and takes no other. */
    public static BigDecimalField field(String label) {
        BigDecimalField field = new BigDecimalField(label);
        boolean english = Reader.language() == Language.ENGLISH;
        field.getElement().addPropertyChangeListener("value", change -> {
            String typed = change.getValue() == null
                    ? ""
                    : change.getValue().toString().strip();
            if ((english ? ENGLISH : GERMAN).matcher(typed).matches()) {
                String plain = english
                        ? typed.replace(",", "")
                        : typed.replace(".", "").replace(',', '.');
                field.setValue(new BigDecimal(plain));
            }
        });
        field.getElement().executeJs("this.allowedCharPattern = '[-+\\\\d.,]'");
        return field;
    }
}
