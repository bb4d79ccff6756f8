package io.gatehouse.portal.ui;

import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.UI;

/** The reader decided on a request, so that the number beside the reviews is another. */
public class ReviewsChanged extends ComponentEvent<UI> {
    public ReviewsChanged(UI page) {
        super(page, false);
    }
}
