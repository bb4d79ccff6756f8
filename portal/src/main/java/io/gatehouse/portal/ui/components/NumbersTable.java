package io.gatehouse.portal.ui.components;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.i18n.I18NProvider;

/** The numbers behind a picture, folded away under “Show the numbers”. */
public class NumbersTable extends Details {
    public NumbersTable(Table table) {
        super(I18NProvider.translate("numbers.show"), table);
        addClassName("gh-numbers");
    }

    /** Other numbers; whether they are folded away stays as it is. */
    public void show(Table table) {
        removeAll();
        add(table);
    }
}
