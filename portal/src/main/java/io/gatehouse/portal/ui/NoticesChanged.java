package io.gatehouse.portal.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.UI;

/** The reader marked notices, so that the number at the bell is another. */
public class NoticesChanged extends ComponentEvent<UI> {
    public NoticesChanged(UI page) {
        super(page, false);
    }
}
